internal import Embeddings

/// The families whose text graphs Assay writes, by what `config.json` calls them.
enum TextFamilies {
  /// The names that `model_type` may have.
  static let modelTypes = ["bert", "xlm-roberta", "roberta"]

  /// The graph that a configuration describes.
  /// - Parameters:
  ///   - declared: the pooling that the folder's files say.
  ///   - settings: what the user says.
  /// - Throws: `EncoderError.malformedModel` for families, functions and values that are not supported, by name.
  static func graph(
    _ section: ConfigurationSection, declared: Pooling?, settings: ModelSettings
  ) throws(EncoderError) -> any TextGraph {
    let type = try section.text("model_type")
    let pooling = settings.pooling ?? declared
    switch type {
    case "bert", "xlm-roberta", "roberta":
      guard let pooling else {
        throw .malformedModel(
          path: section.path,
          reason:
            "a \(type) model can be pooled in several ways and the folder has no 1_Pooling/config.json that "
            + "says how; set the pooling to mean or first")
      }
      return try BERTGraph(section, isRoBERTa: type != "bert", pooling: pooling, limit: settings.limit)
    default:
      throw section.unsupported("model_type", supported: modelTypes.joined(separator: ", ") + " are")
    }
  }
}
