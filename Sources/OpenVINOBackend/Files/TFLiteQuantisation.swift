internal import Embeddings
internal import Foundation

/// What the bytes of a TensorFlow Lite model's outputs stand for: `scale · (byte − zero)`.
///
/// Source: `tensorflow/lite/schema/schema.fbs`, tables Model, SubGraph, Tensor and QuantizationParameters.
struct TFLiteQuantisation {
  /// How a tensor is quantised.
  struct Parameters: Hashable {
    let scale: Float
    let zero: Float
  }

  /// The outputs of the first graph that are quantised as a whole, in their order; `nil` where one is not.
  let outputs: [Parameters?]

  init(path: String) throws(EncoderError) {
    let contents = FileManager.default.contents(atPath: path) ?? Data()
    do {
      outputs = try Self.outputs(FlatBuffer([UInt8](contents)))
    } catch {
      throw .malformedModel(
        path: path,
        reason: "is cut off or damaged: a table points outside of its \(contents.count) bytes")
    }
  }

  private static func outputs(_ buffer: FlatBuffer) throws(FlatBuffer.Mistake) -> [Parameters?] {
    guard let graph = try buffer.root().vector(2)?.tables().first,
      let tensors = try graph.vector(0)?.tables(), let outputs = try graph.vector(2)?.numbers(Int32.self)
    else { throw FlatBuffer.Mistake() }
    var found: [Parameters?] = []
    for index in outputs {
      guard tensors.indices.contains(Int(index)) else { throw FlatBuffer.Mistake() }
      found.append(try parameters(of: tensors[Int(index)]))
    }
    return found
  }

  private static func parameters(of tensor: FlatBuffer.Table) throws(FlatBuffer.Mistake) -> Parameters? {
    guard let quantisation = try tensor.table(4),
      let scales = try quantisation.vector(2)?.numbers(Float.self), scales.count == 1,
      let zeros = try quantisation.vector(3)?.numbers(Int64.self), zeros.count == 1
    else { return nil }
    return Parameters(scale: scales[0], zero: Float(zeros[0]))
  }
}
