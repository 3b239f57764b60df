package import Embeddings

/// The parts of a text model, as opened from a folder.
struct OpenedTextModel {
  let tower: Tower
  let inputs: TextInputs
  let reading: OutputReading
  let description: ModelDescription
  let dimensions: Int
}

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
    let weights = try Weights(folder: folder) { GraphBuilder.room(for: $0, settings.precision) }
    let network = try GraphBuilder.network(
      weights: weights, precision: settings.precision, runtime: runtime
    ) { builder throws(EncoderError) in
      try graph.write(into: &builder)
    }
    let origin = settings.pooling != nil ? "settings" : declared?.origin ?? "the family"
    let description = ModelDescription(
      family: graph.family, graph: .safetensors, files: weights.fileNames, inputs: network.inputs,
      output: network.outputs[0], choice: "the only output of Assay's own graph", pooling: graph.pooling,
      poolingOrigin: origin, normalises: settings.normalises, precision: settings.precision,
      runtime: runtime.version)
    return TextModel(
      OpenedTextModel(
        tower: Tower(network, path: weights.path, settings: settings, runtime: runtime), inputs: graph.inputs,
        reading: OutputReading(output: 0, normalises: settings.normalises, path: weights.path),
        description: description, dimensions: graph.dimensions))
  }
}
