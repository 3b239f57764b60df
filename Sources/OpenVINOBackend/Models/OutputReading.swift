internal import Embeddings

/// How the vectors are taken out of a model's output.
struct OutputReading: Hashable, Sendable {
  /// Which output, counted from 0.
  let output: Int
  /// How token vectors become one; `nil` when each row is a vector already.
  var pooling: Pooling?
  let normalises: Bool
  /// Whether each vector is freed from its mean and deviation before.
  var standardises = false
  /// The model's file, for messages.
  let path: String
  /// What a stored number stands for: `scale · (number − zero)`.
  var scale: Float = 1
  var zero: Float = 0

  /// One vector for each row.
  /// - Parameters:
  ///   - output: `[rows, dimensions]`, with axes of extent 1 anywhere; or `[rows, tokens, dimensions]` to be pooled.
  ///   - counts: how many of a row's tokens are no padding.
  ///   - dimensions: components of a vector.
  /// - Returns: for each row `dimensions` components.
  /// - Throws: `EncoderError.malformedModel` when the output has another shape, `EncoderError.unencodable` when a
  ///   vector has no length or has numbers that are none.
  func vectors(in output: Tensor, counts: [Int], dimensions: Int) throws(EncoderError) -> [[Float]] {
    let values = output.floats
    let columns = pooling == nil ? 1 : (output.shape.count == 3 ? output.shape[1] : 0)
    guard values.count == counts.count * columns * dimensions, columns > 0 else {
      let wanted =
        pooling == nil ? "[\(counts.count), \(dimensions)]" : "[\(counts.count), tokens, \(dimensions)]"
      throw .malformedModel(path: path, reason: "the output is \(output.shape) where \(wanted) was expected")
    }
    var vectors: [[Float]] = []
    for (row, count) in counts.enumerated() {
      let start = row * columns * dimensions
      let tokens = values[start..<start + columns * dimensions]
      vectors.append(try finished(pooled(tokens, count: count, dimensions: dimensions)))
    }
    return vectors
  }

  private func pooled(_ tokens: ArraySlice<Float>, count: Int, dimensions: Int) -> [Float] {
    func token(_ index: Int) -> [Float] {
      let start = tokens.startIndex + index * dimensions
      return tokens[start..<start + dimensions].map { ($0 - zero) * scale }
    }
    guard pooling == .mean else { return token(pooling == .last ? count - 1 : 0) }
    var sum = [Float](repeating: 0, count: dimensions)
    for index in 0..<count {
      for (component, value) in token(index).enumerated() { sum[component] += value }
    }
    return sum.map { $0 / Float(count) }
  }

  private func finished(_ vector: [Float]) throws(EncoderError) -> [Float] {
    guard vector.allSatisfy(\.isFinite) else {
      throw .unencodable(reason: "\(path): the model answered with a number that is none (NaN or infinite)")
    }
    let vector = standardises ? Self.standard(vector) : vector
    return normalises ? try Self.unit(vector, path) : vector
  }

  private static func unit(_ vector: [Float], _ path: String) throws(EncoderError) -> [Float] {
    let square = vector.reduce(0.0) { $0 + Double($1) * Double($1) }
    guard square > 0 else {
      throw .unencodable(reason: "\(path): the model answered with zeros, which have no direction")
    }
    let scale = Float(1 / square.squareRoot())
    return vector.map { $0 * scale }
  }

  /// Layer normalisation without weights, with the usual 1e-5 beside the variance.
  private static func standard(_ vector: [Float]) -> [Float] {
    let mean = vector.reduce(0.0) { $0 + Double($1) } / Double(vector.count)
    let variance =
      vector.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(vector.count)
    let scale = 1 / (variance + 1e-5).squareRoot()
    return vector.map { Float((Double($0) - mean) * scale) }
  }
}
