internal import Embeddings
internal import Foundation
internal import OpenVINOBackend
internal import Storage

/// A model of the store, opened: what turns texts into numbers and numbers into vectors.
struct ModelParts: Sendable {
  /// Turns texts into token numbers.
  let tokenizer: Tokenizer
  /// Turns token numbers into vectors.
  let text: TextModel

  /// Opens the model that a folder and settings describe.
  /// - Throws: `EncoderError.unavailable` without a runtime, `malformedModel` that names the file at fault.
  init(_ plan: ModelPlan, settings: Settings) throws(EncoderError) {
    let runtime = try OpenVINORuntime.open(
      searching: RuntimeSearch.places(environment: settings.environment), environment: settings.environment)
    tokenizer = try Self.tokenizer(in: plan.folder)
    text = try TextModel.open(
      folder: plan.folder, settings: plan.modelSettings(tokenizer: tokenizer, settings: settings),
      runtime: runtime)
  }

  /// Compiles the towers for single queries.
  func warm() throws(EncoderError) {
    try text.warm()
  }

  private static func tokenizer(in folder: String) throws(EncoderError) -> Tokenizer {
    let path = folder + "/tokenizer.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    return try Tokenizer(json: [UInt8](data), path: path)
  }
}

/// How a model is to be opened.
struct ModelPlan: Hashable, Sendable {
  let folder: String
  let family: String
  let format: ModelWeights.Format
  let textFile: String?
  let pictureFile: String?
  let pooling: ModelPooling?
  let maxTokens: Int?
  let precision: ModelNumbers
  /// What tells compiled forms apart; `nil` compiles anew every time.
  var identity: String?

  /// As a folder was found.
  init(_ inspection: ModelInspection) {
    folder = inspection.folder
    family = inspection.family
    format = inspection.weights.format
    textFile = inspection.weights.text
    pictureFile = inspection.weights.picture
    pooling = inspection.pooling
    maxTokens = inspection.maxTokens
    precision = inspection.precision
  }

  /// As a card says.
  init(_ card: ModelCard) {
    folder = card.folder
    family = card.family
    format = card.format
    textFile = card.textFile
    pictureFile = card.pictureFile
    pooling = card.pooling
    maxTokens = card.maxTokens
    precision = card.precision
    identity = card.fingerprint
  }

  /// What the runtime is told.
  func modelSettings(tokenizer: Tokenizer?, settings: Settings) -> ModelSettings {
    var model = ModelSettings()
    // Families of two towers have a pooling of their own for each.
    let isPair = ModelFamily(rawValue: family)?.readsPictures ?? false
    model.pooling = isPair ? nil : pooling.flatMap { Pooling(rawValue: $0.rawValue) }
    model.precision = ModelPrecision(rawValue: precision.rawValue) ?? .f32
    // Layer normalisation before cutting is how nomic's text models were trained; their files don't say so.
    model.standardises = family == "nomic_bert"
    model.file = format == .safetensors ? nil : textFile
    model.limit = maxTokens
    model.paddingID = tokenizer?.declaredPadding?.id
    model.bulkThreads = max(1, ProcessInfo.processInfo.activeProcessorCount)
    if let identity, let cache = UserFolder.cache.path(in: settings.environment) {
      model.cache = CompiledCache(
        folder: cache + "/assay/compiled", identity: identity, capacity: Self.compiledCapacity)
    }
    return model
  }

  private static let compiledCapacity = 2 << 30
}
