internal import Embeddings

extension GraphBuilder {
  /// Room that constants need besides files of `byteCount` bytes.
  static func room(for byteCount: Int, _ precision: ModelPrecision) -> Int {
    // Masks, axes and frequencies take some kilobytes; rounded matrices never more than the tensors they come from.
    (1 << 20) + (precision == .int8 ? byteCount : 0)
  }

  /// Writes a graph and has the runtime read it; `write` adds the layers and answers the model's output.
  static func network(
    weights: Weights, precision: ModelPrecision, runtime: OpenVINORuntime,
    _ write: (inout GraphBuilder) throws(EncoderError) -> GraphValue
  ) throws(EncoderError) -> Network {
    var builder = GraphBuilder(weights: weights, precision: precision)
    let output = try write(&builder)
    builder.result(output, name: "embedding")
    let text = builder.text
    do {
      return try StandardErrorRedirection.during(to: runtime.log) { () throws(OpenVINOFailure) in
        try Network(text: text, weights: weights.memory, runtime: runtime)
      }
    } catch {
      throw .malformedModel(path: weights.path, reason: "the runtime refuses the graph: \(error.reason)")
    }
  }
}
