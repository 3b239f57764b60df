internal import Embeddings
internal import Foundation
internal import OpenVINOBackend
internal import Storage

/// How a model is to be opened.
struct ModelPlan: Hashable, Sendable {
  let folder: String
  let family: String
  let format: ModelWeights.Format
  let textFile: String?
  let pictureFile: String?
  /// The file that says how pictures are prepared.
  let preprocessing: String?
  let pooling: ModelPooling?
  /// What happens to texts before the tokenizer.
  let textPreparation: TextPreparation?
  /// The token that fills texts.
  let paddingID: Int32?
  let maxTokens: Int?
  let precision: ModelNumbers
  /// The SHA-256 of the tokenizer's file, where it was checked already.
  var tokenizerDigest: String?
  /// What tells compiled forms apart; `nil` compiles anew every time.
  var identity: String?

  /// As a folder was found.
  init(_ inspection: ModelInspection) {
    folder = inspection.folder
    family = inspection.family
    format = inspection.weights.format
    textFile = inspection.weights.text
    pictureFile = inspection.weights.picture
    preprocessing = inspection.preprocessing
    pooling = inspection.pooling
    textPreparation = inspection.textPreparation
    paddingID = inspection.paddingID
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
    preprocessing = card.preprocessing
    pooling = card.pooling
    textPreparation = card.textPreparation
    paddingID = card.paddingID
    maxTokens = card.maxTokens
    precision = card.precision
    identity = card.fingerprint
    tokenizerDigest = card.files.first { $0.name == Self.tokenizerFile }?.sha256
  }

  static let tokenizerFile = "tokenizer.json"

  /// What the runtime is told about the tower for texts.
  func textSettings(tokenizer: Tokenizer, settings: Settings) -> ModelSettings {
    var model = commonSettings(textFile, identity: identity, settings: settings)
    // Families of two towers have a pooling of their own for each.
    let isPair = ModelFamily(rawValue: family)?.readsPictures ?? false
    model.pooling = isPair ? nil : pooling.flatMap { Pooling(rawValue: $0.rawValue) }
    // Layer normalisation before cutting is how nomic's text models were trained; their files don't say so.
    model.standardises = family == "nomic_bert"
    model.limit = maxTokens
    model.paddingID = paddingID ?? tokenizer.declaredPadding?.id
    return model
  }

  /// What the runtime is told about the tower for pictures; `size` is what they are prepared to, as far as that is known.
  func pictureSettings(preparedTo size: PicturePreprocessing.Size?, settings: Settings) -> ModelSettings {
    var model = commonSettings(pictureFile, identity: identity.map { $0 + "-pictures" }, settings: settings)
    if let size, size.width == size.height { model.pictureSize = size.width }
    return model
  }

  private func commonSettings(_ file: String?, identity: String?, settings: Settings) -> ModelSettings {
    var model = ModelSettings()
    model.precision = ModelPrecision(rawValue: precision.rawValue) ?? .f32
    model.file = format == .safetensors ? nil : file
    model.bulkThreads = max(1, ProcessInfo.processInfo.activeProcessorCount)
    if let identity, let cache = UserFolder.cache.path(in: settings.environment) {
      model.cache = CompiledCache(
        folder: cache + "/assay/compiled", identity: identity, capacity: Self.compiledCapacity)
    }
    return model
  }

  private static let compiledCapacity = 2 << 30
}
