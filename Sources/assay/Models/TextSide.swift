internal import Embeddings
internal import Foundation
internal import Logging
internal import OpenVINOBackend
internal import Storage

/// The part of a model that reads texts, opened.
struct TextSide: Sendable {
  /// Turns texts into token numbers, after what the model's own code would do to them.
  let tokenizer: Tokenizer
  /// Turns token numbers into vectors.
  let model: TextModel
  /// The most tokens of a text; `nil` cuts nothing.
  let limit: Int?

  /// Opens the tower for texts that a plan names.
  /// - Throws: `EncoderError.malformedModel` that names the file at fault.
  init(_ plan: ModelPlan, settings: Settings, runtime: OpenVINORuntime) throws(EncoderError) {
    let tokenizer = try Self.tokenizer(plan, settings: settings)
    self.tokenizer =
      try plan.textPreparation.map { preparation throws(EncoderError) in
        try tokenizer.preparing(by: preparation)
      } ?? tokenizer
    limit = plan.maxTokens
    model = try TextModel.open(
      folder: plan.folder, settings: plan.textSettings(tokenizer: tokenizer, settings: settings),
      runtime: runtime)
  }

  /// The tokens of a text as the model takes them.
  func tokens(_ text: String) -> Tokens {
    tokenizer.encode(text, limit: limit)
  }

  private static func tokenizer(_ plan: ModelPlan, settings: Settings) throws(EncoderError) -> Tokenizer {
    let path = plan.folder + "/" + ModelPlan.tokenizerFile
    if let cache = UserFolder.cache.path(in: settings.environment) {
      return try TokenizerCache(folder: TokenizerCache.path(inCache: cache))
        .tokenizer(path, sha256: plan.tokenizerDigest) { message in
          Log.make("model", settings: settings).notice("\(message)")
        }
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    return try Tokenizer(json: [UInt8](data), path: path)
  }
}
