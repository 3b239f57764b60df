internal import Embeddings

/// The families whose image graphs Assay writes, by what `config.json` calls them.
enum PictureFamilies {
  /// The names that `model_type` may have.
  static let modelTypes = ["clip", "clip_vision_model", "siglip", "siglip_vision_model"]

  /// The graph that a configuration describes.
  static func graph(_ section: ConfigurationSection) throws(EncoderError) -> any PictureGraph {
    try section.refuseQuantisation()
    switch try section.text("model_type") {
    case "clip", "clip_vision_model": return try CLIPVisionGraph(section)
    case "siglip", "siglip_vision_model": return try SigLIPVisionGraph(section)
    default: throw section.unsupported("model_type", supported: modelTypes.joined(separator: ", ") + " are")
    }
  }
}
