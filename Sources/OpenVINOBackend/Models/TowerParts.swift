internal import Embeddings

/// What is common to text and picture models, as opened from a folder.
struct TowerParts: Sendable {
  let tower: Tower
  let reading: OutputReading
  let description: ModelDescription
  let dimensions: Int
}

extension TowerParts {
  /// A tower whose graph Assay writes over the safetensors weights of a folder.
  /// - Parameters:
  ///   - folder: the model's folder.
  ///   - family: the family's name.
  ///   - dimensions: components of a vector.
  ///   - pooling: how vectors become one inside the graph, and who says so.
  ///   - settings: how the model is to be opened.
  ///   - runtime: what runs it.
  ///   - write: adds the graph's layers and answers the pooled vector.
  /// - Throws: `EncoderError.malformedModel` that names the file and the tensor at fault.
  init(
    weightsIn folder: String, family: String, dimensions: Int, pooling: (Pooling, origin: String),
    settings: ModelSettings, runtime: OpenVINORuntime,
    _ write: (inout GraphBuilder) throws(EncoderError) -> GraphValue
  ) throws(EncoderError) {
    let weights = try Weights(folder: folder) { GraphBuilder.room(for: $0, settings.precision) }
    let network = try GraphBuilder.network(
      weights: weights, precision: settings.precision, runtime: runtime, write)
    tower = Tower(network, path: weights.path, settings: settings, runtime: runtime)
    reading = OutputReading(
      output: 0, normalises: settings.normalises, standardises: settings.standardises, path: weights.path)
    self.dimensions = dimensions
    description = ModelDescription(
      family: family, graph: .safetensors, files: weights.fileNames, inputs: network.inputs,
      output: network.outputs[0], choice: "the only output of the graph that Assay writes",
      pooling: pooling.0,
      poolingOrigin: pooling.origin, normalises: settings.normalises, precision: settings.precision,
      runtime: runtime.version)
  }
}
