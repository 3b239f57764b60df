internal import Embeddings

extension TowerParts {
  /// A model file, read by the runtime.
  struct ReadFile {
    let file: ModelFile
    let network: Network
    let folder: String
    let settings: ModelSettings
    let runtime: OpenVINORuntime

    init(
      _ path: String, folder: String, settings: ModelSettings, runtime: OpenVINORuntime
    ) throws(EncoderError) {
      guard settings.precision != .int8 else {
        throw .malformedModel(
          path: path, reason: "can't be rounded to bytes, as its graph is its own; choose f32 or bf16")
      }
      file = try ModelFile(path)
      do {
        network = try StandardErrorRedirection.during(to: runtime.log) { () throws(OpenVINOFailure) in
          try Network(file: path, runtime: runtime)
        }
      } catch {
        throw .malformedModel(path: path, reason: "the runtime can't read it: \(error.reason)")
      }
      (self.folder, self.settings, self.runtime) = (folder, settings, runtime)
    }
  }

  /// A tower of a model file.
  /// - Parameters:
  ///   - read: the file.
  ///   - choice: which output is the embedding.
  ///   - declared: how the folder says that token vectors become one.
  ///   - sample: the tensors for one input, to try the model with where its file doesn't say how long vectors are.
  /// - Throws: `EncoderError.malformedModel` when nobody says how to pool, or the model can't be run.
  init(
    _ read: ReadFile, choice: OutputChoice, declared: DeclaredPooling?, sample: [Tensor]
  ) throws(EncoderError) {
    let settings = read.settings
    let pooling = try Self.pooling(choice, declared, settings, path: read.file.path)
    var reading = OutputReading(
      output: choice.index, pooling: pooling?.pooling, normalises: settings.normalises,
      standardises: settings.standardises, path: read.file.path)
    if read.file.graph == .tflite {
      let outputs = try TFLiteQuantisation(path: read.file.path).outputs
      if choice.index < outputs.count, let parameters = outputs[choice.index] {
        (reading.scale, reading.zero) = (parameters.scale, parameters.zero)
      }
    }
    tower = Tower(read.network, path: read.file.path, settings: settings, runtime: read.runtime)
    self.reading = reading
    if let count = choice.port.shape?.last ?? nil {
      dimensions = count
    } else {
      dimensions = try tower.run(sample, output: choice.index, for: .query).shape.last ?? 0
    }
    description = ModelDescription(
      family: nil, graph: read.file.graph, files: read.file.names(in: read.folder),
      inputs: read.network.inputs, output: choice.port, choice: choice.reason, pooling: pooling?.pooling,
      poolingOrigin: pooling?.origin, normalises: settings.normalises, precision: settings.precision,
      runtime: read.runtime.version)
  }

  private static func pooling(
    _ choice: OutputChoice, _ declared: DeclaredPooling?, _ settings: ModelSettings, path: String
  ) throws(EncoderError) -> DeclaredPooling? {
    guard choice.isPerToken else { return nil }
    let pooling = settings.pooling.map { DeclaredPooling(pooling: $0, origin: "settings") } ?? declared
    guard let pooling else {
      throw .malformedModel(
        path: path,
        reason:
          "the output \(choice.port) has a vector for each token, and the folder has no 1_Pooling/config.json "
          + "that says how they become one; set the pooling to mean, first or last")
    }
    guard [.mean, .first, .last].contains(pooling.pooling) else {
      throw .malformedModel(
        path: path,
        reason:
          "the pooling '\(pooling.pooling.rawValue)' does not exist for the output \(choice.port); mean, first "
          + "and last do")
    }
    return pooling
  }
}
