internal import CKernels

/// An affine map, `W·x + b`.
package struct LinearLayer: Sendable {
  /// `outputs × inputs`, row-major.
  let weights: [Float]
  /// One per output, or `nil` for none.
  let bias: [Float]?
  /// Components of the argument.
  let inputs: Int
  /// Components of the result.
  let outputs: Int

  /// Makes a layer.
  /// - Precondition: `weights` is a non-empty matrix of rows of `inputs`, with one bias per row if any.
  package init(weights: [Float], bias: [Float]?, inputs: Int) {
    precondition(
      !weights.isEmpty && weights.count.isMultiple(of: inputs),
      "\(weights.count) weights do not make rows of \(inputs)")
    precondition(bias.map { $0.count == weights.count / inputs } ?? true, "one bias for each output")
    self.weights = weights
    self.bias = bias
    self.inputs = inputs
    self.outputs = weights.count / inputs
  }

  /// Applies the map.
  /// - Precondition: `input` has `inputs` components.
  package func callAsFunction(_ input: [Float]) -> [Float] {
    precondition(input.count == inputs, "\(input.count) components for a layer of \(inputs)")
    var result = [Float](repeating: 0, count: outputs)
    if let bias {
      assay_linear(weights, bias, outputs, inputs, input, &result)
    } else {
      assay_linear(weights, nil, outputs, inputs, input, &result)
    }
    return result
  }
}
