package import Embeddings

extension PictureModel {
  /// Opens the image encoder of a folder in the Hugging Face layout, as `TextModel.open` does for texts.
  /// - Throws: `EncoderError.malformedModel` that names the file, and in it the key or tensor, that is missing, damaged
  ///   or not supported.
  package static func open(
    folder: String, settings: ModelSettings = ModelSettings(), runtime: OpenVINORuntime
  ) throws(EncoderError) -> PictureModel {
    let configuration = try ConfigurationFile(path: folder + "/config.json")
    let graph = try PictureFamilies.graph(configuration.root)
    let parts = try TowerParts(
      weightsIn: folder, family: graph.family, dimensions: graph.dimensions,
      pooling: (graph.pooling, origin: "the family"), settings: settings, runtime: runtime
    ) { builder throws(EncoderError) in
      try graph.write(into: &builder)
    }
    let size = graph.patches.size
    return PictureModel(
      parts, input: PictureInput(width: size, height: size, layout: .channelsFirst, values: .normalised))
  }
}
