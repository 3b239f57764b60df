internal import Embeddings

extension GraphBuilder {
  /// Wx + b with the tensors `prefix.weight`, of as many rows as there are outputs, and `prefix.bias`.
  mutating func linear(
    _ value: GraphValue, _ prefix: String, _ outputs: Int, _ inputs: Int, hasBias: Bool = true
  ) throws(EncoderError) -> GraphValue {
    let scaled = product(value, try matrix(prefix + ".weight", [outputs, inputs]), transposingRight: true)
    return hasBias ? add(scaled, try weight(prefix + ".bias", [outputs])) : scaled
  }

  /// A matrix to multiply with: as stored, or rounded to bytes when the precision says so.
  mutating func matrix(
    _ name: String, _ shape: [Int], rows: Range<Int>? = nil
  ) throws(EncoderError) -> GraphValue {
    guard precision == .int8 else { return try weight(name, shape, rows: rows) }
    let rounded = try RoundedMatrix(name, shape: shape, rows: rows, of: weights)
    let values = convert(bytes(rounded.values, shape: [rounded.rowCount, shape[1]]), to: .f32)
    return multiply(values, numbers(rounded.scales, shape: [rounded.rowCount, 1]))
  }

  /// Layer normalisation over the last axis (Ba, Kiros and Hinton 2016) with `prefix.weight` and `prefix.bias`.
  mutating func layerNorm(
    _ value: GraphValue, _ prefix: String, _ width: Int, epsilon: Double
  ) throws(EncoderError) -> GraphValue {
    let standard = add(
      "MVN", "opset6",
      ["eps": "\(epsilon)", "normalize_variance": "true", "eps_mode": "INSIDE_SQRT"],
      inputs: [value, whole([-1])], element: .f32)
    let scaled = multiply(standard, try weight(prefix + ".weight", [width]))
    return add(scaled, try weight(prefix + ".bias", [width]))
  }

  /// Division by the root mean square of the last axis (Zhang and Sennrich 2019), times the tensor `name`.
  mutating func rootMeanSquareNorm(
    _ value: GraphValue, _ name: String, _ width: Int, epsilon: Double
  ) throws(EncoderError) -> GraphValue {
    let power = mean(multiply(value, value), axis: -1)
    let standard = divide(value, squareRoot(add(power, number(Float(epsilon)))))
    return multiply(standard, try weight(name, [width]))
  }

  mutating func activation(_ function: Activation, _ value: GraphValue) -> GraphValue {
    switch function {
    case .gelu: add("Gelu", "opset7", ["approximation_mode": "ERF"], inputs: [value], element: .f32)
    case .geluByTangent: add("Gelu", "opset7", ["approximation_mode": "TANH"], inputs: [value], element: .f32)
    case .swish: add("Swish", "opset4", inputs: [value], element: .f32)
    case .relu: add("ReLU", "opset1", inputs: [value], element: .f32)
    case .quickGELU:
      multiply(value, add("Sigmoid", "opset1", inputs: [multiply(value, number(1.702))], element: .f32))
    }
  }
}

extension GraphBuilder {
  /// A convolution whose windows touch and don't overlap.
  mutating func convolution(_ value: GraphValue, _ kernel: GraphValue, stride: Int) -> GraphValue {
    add(
      "Convolution", "opset1",
      [
        "strides": "\(stride),\(stride)", "dilations": "1,1", "pads_begin": "0,0", "pads_end": "0,0",
        "auto_pad": "explicit",
      ], inputs: [value, kernel], element: .f32)
  }
}
