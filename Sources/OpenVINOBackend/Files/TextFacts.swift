internal import Embeddings

/// What a model's folder and the settings say about texts, for a model file that doesn't.
struct TextFacts: Sendable {
  let isSigLIP: Bool
  private let limit: Int?
  private let paddingID: Int32?

  /// Reads `config.json`, if the folder has one.
  init(_ root: ConfigurationSection?, settings: ModelSettings) throws(EncoderError) {
    let type = try root?.text("model_type", default: "") ?? ""
    isSigLIP = type.hasPrefix("siglip")
    let section = try root?.section("text_config") ?? root
    var positions: Int? = isSigLIP ? 64 : nil
    if let section, section.has("max_position_embeddings") {
      positions = try section.count("max_position_embeddings")
    }
    var padding: Int?
    if let section, section.has("pad_token_id") { padding = try section.whole("pad_token_id") }
    if let most = positions, type.contains("roberta") { positions = most - 1 - (padding ?? 1) }
    limit = settings.limit.map { min($0, positions ?? $0) } ?? positions
    paddingID = settings.paddingID ?? padding.map { Int32(truncatingIfNeeded: $0) }
  }

  /// How long rows are.
  ///
  /// A model with a mask takes padded rows. One without takes them only where it was trained so (SigLIP) or where its
  /// file fixes the length; else every text goes in as long as it is.
  func length(columns: Int?, isMasked: Bool, path: String) throws(EncoderError) -> TextInputs.Length {
    if let columns { return .exactly(columns) }
    guard let limit else {
      throw .malformedModel(
        path: path,
        reason: "takes texts of any length, and no config.json says max_position_embeddings; set the limit")
    }
    if isSigLIP { return .exactly(limit) }
    return isMasked ? .upTo(limit) : .unpadded(limit)
  }

  /// The id that fills rows; where rows are masked any will do.
  func padding(path: String) throws(EncoderError) -> Int32 {
    if let paddingID { return paddingID }
    guard !isSigLIP else {
      throw .malformedModel(
        path: path,
        reason:
          "needs padded texts, and nobody says with which id (1 for SigLIP, 0 for SigLIP 2); the folder "
          + "needs a tokenizer that does")
    }
    return 0
  }
}
