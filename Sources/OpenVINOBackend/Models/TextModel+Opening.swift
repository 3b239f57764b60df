package import Embeddings

extension TextModel {
  /// Opens the text encoder of a folder in the Hugging Face layout.
  ///
  /// A folder with safetensors weights of a family that Assay knows gets a graph of Assay's own; nothing is converted
  /// or copied. For others a model file (ONNX, OpenVINO) is run as it is. Nothing is compiled yet, unless a file does
  /// not say how long its vectors are: see `warm`.
  /// - Throws: `EncoderError.malformedModel` that names the file, and in it the key or tensor, that is missing, damaged
  ///   or not supported; or lists what a file has where its use is not clear.
  package static func open(
    folder: String, settings: ModelSettings = ModelSettings(), runtime: OpenVINORuntime
  ) throws(EncoderError) -> TextModel {
    let declared = try DeclaredPooling.read(folder: folder)
    switch try ModelSource(folder: folder, for: .text, settings: settings) {
    case .weights(let root):
      return try open(root, declared, folder: folder, settings: settings, runtime: runtime)
    case .file(let path, let root):
      let facts = try TextFacts(root, settings: settings)
      let read = try TowerParts.ReadFile(path, folder: folder, settings: settings, runtime: runtime)
      let (inputs, rows) = try FileInputs.texts(
        read.network.inputs, facts: facts, size: FileInputs.pictureSize(root, settings), path: path)
      let choice = try OutputChoice(
        among: read.network.outputs, modality: .text, named: settings.output, isSigLIP: facts.isSigLIP,
        path: path)
      let sample = inputs.tensors(for: [[0]], columns: BatchPlan.columns(for: 1, inputs.length))
      let parts = try TowerParts(read, choice: choice, declared: declared, sample: sample)
      return TextModel(parts, inputs: inputs, rows: rows ?? .max)
    }
  }

  private static func open(
    _ root: ConfigurationSection, _ declared: DeclaredPooling?, folder: String, settings: ModelSettings,
    runtime: OpenVINORuntime
  ) throws(EncoderError) -> TextModel {
    let graph = try TextFamilies.graph(root, declared: declared?.pooling, settings: settings)
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
