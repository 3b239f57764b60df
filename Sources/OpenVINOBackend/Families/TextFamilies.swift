internal import Embeddings

/// The families whose text graphs Assay writes, by what `config.json` calls them.
enum TextFamilies {
  /// The names that `model_type` may have.
  static let modelTypes = [
    "bert", "clip", "clip_text_model", "qwen3", "roberta", "siglip", "siglip2", "siglip_text_model",
    "xlm-roberta",
  ]

  /// The graph that a configuration describes, with the pooling that the folder's files declare and what the user sets.
  static func graph(
    _ section: ConfigurationSection, declared: Pooling?, settings: ModelSettings
  ) throws(EncoderError) -> any TextGraph {
    try section.refuseQuantisation()
    let type = try section.text("model_type")
    let pooling = settings.pooling ?? declared
    switch type {
    case "bert", "roberta", "xlm-roberta":
      guard let pooling else {
        throw .malformedModel(
          path: section.path,
          reason:
            "a \(type) model can be pooled in several ways and the folder has no 1_Pooling/config.json that "
            + "says how; set the pooling to mean or first")
      }
      return try BERTGraph(section, isRoBERTa: type != "bert", pooling: pooling, limit: settings.limit)
    case "clip", "clip_text_model":
      return try checked(CLIPTextGraph(section, limit: settings.limit), pooling, section)
    case "siglip", "siglip2", "siglip_text_model":
      return try checked(SigLIPTextGraph(section, padding: settings.paddingID), pooling, section)
    case "qwen3":
      return try checked(Qwen3Graph(section, limit: settings.limit), pooling, section)
    default:
      throw section.unsupported("model_type", supported: modelTypes.joined(separator: ", ") + " are")
    }
  }

  /// A graph of a family that has one pooling, which nobody may ask otherwise.
  private static func checked(
    _ graph: some TextGraph, _ pooling: Pooling?, _ section: ConfigurationSection
  ) throws(EncoderError) -> any TextGraph {
    if let pooling, pooling != graph.pooling {
      throw .malformedModel(
        path: section.path,
        reason:
          "the pooling '\(pooling.rawValue)' does not exist for \(graph.family); '\(graph.pooling.rawValue)' does"
      )
    }
    return graph
  }
}
