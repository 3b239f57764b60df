package import Embeddings

extension TextModel {
  /// Opens the text encoder of a folder in the Hugging Face layout.
  ///
  /// A folder with safetensors weights of a family that Assay knows gets a graph of Assay's own; nothing is converted
  /// or copied. Nothing is compiled yet: see `warm`.
  /// - Throws: `EncoderError.malformedModel` that names the file, and in it the key or tensor, that is missing, damaged
  ///   or not supported.
  package static func open(
    folder: String, settings: ModelSettings = ModelSettings(), runtime: OpenVINORuntime
  ) throws(EncoderError) -> TextModel {
    let configuration = try ConfigurationFile(path: folder + "/config.json")
    let declared = try DeclaredPooling.read(folder: folder)
    let graph = try TextFamilies.graph(configuration.root, declared: declared?.pooling, settings: settings)
    let origin = settings.pooling != nil ? "settings" : declared?.origin ?? "the family"
    let parts = try TowerParts(
      weightsIn: folder, family: graph.family, dimensions: graph.dimensions,
      pooling: (graph.pooling, origin: origin), settings: settings, runtime: runtime
    ) { builder throws(EncoderError) in
      try graph.write(into: &builder)
    }
    return TextModel(parts, inputs: graph.inputs)
  }
}
