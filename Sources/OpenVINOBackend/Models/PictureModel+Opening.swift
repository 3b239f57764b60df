package import Embeddings

extension PictureModel {
  /// Opens the image encoder of a folder in the Hugging Face layout, as `TextModel.open` does for texts.
  ///
  /// TensorFlow Lite files are run too. One that takes bytes is handed levels (`input.values`), and its output's bytes
  /// stand for `scale · (byte − zero)` as its file says.
  /// - Throws: `EncoderError.malformedModel` that names the file, and in it the key or tensor, that is missing, damaged
  ///   or not supported; or lists what a file has where its use is not clear.
  package static func open(
    folder: String, settings: ModelSettings = ModelSettings(), runtime: OpenVINORuntime
  ) throws(EncoderError) -> PictureModel {
    switch try ModelSource(folder: folder, for: .image, settings: settings) {
    case .weights(let root): return try open(root, folder: folder, settings: settings, runtime: runtime)
    case .file(let path, let root):
      let read = try TowerParts.ReadFile(path, folder: folder, settings: settings, runtime: runtime)
      let (input, unused, rows) = try FileInputs.pictures(
        read.network.inputs, size: FileInputs.pictureSize(root, settings), path: path)
      let isSigLIP = try root?.text("model_type", default: "").hasPrefix("siglip") ?? false
      let choice = try OutputChoice(
        among: read.network.outputs, modality: .image, named: settings.output, isSigLIP: isSigLIP, path: path)
      let sample = unused.completing([input.tensor(for: [[Float](repeating: 0, count: input.count)])])
      let parts = try TowerParts(read, choice: choice, declared: nil, sample: sample)
      return PictureModel(parts, input: input, unused: unused, rows: rows ?? batch)
    }
  }

  private static func open(
    _ root: ConfigurationSection, folder: String, settings: ModelSettings, runtime: OpenVINORuntime
  ) throws(EncoderError) -> PictureModel {
    let graph = try PictureFamilies.graph(root)
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
