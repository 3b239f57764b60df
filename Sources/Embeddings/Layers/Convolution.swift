internal import CKernels

/// A 3×3 convolution with zero padding, bias and ReLU, optionally adding its input afterwards.
package struct Convolution: Sendable {
  /// Channels of the input.
  let inputs: Int
  /// Channels of the output.
  let outputs: Int
  /// Input positions from one output position to the next.
  let stride: Int
  /// Whether the input is added after the ReLU.
  let addsInput: Bool
  private let panels: [Float]
  private let bias: [Float]

  /// Makes a layer from weights laid out `outputs × inputs × 3 rows × 3 columns`.
  /// - Precondition: `outputs` is a multiple of 8, `stride` is 1 or 2, and a layer that adds its input keeps its
  ///   shape.
  package init(
    weights: [Float], bias: [Float], inputs: Int, outputs: Int, stride: Int, addsInput: Bool = false
  ) {
    precondition(outputs.isMultiple(of: Self.panel), "\(outputs) outputs are not a multiple of \(Self.panel)")
    precondition(weights.count == outputs * inputs * 9 && bias.count == outputs, "weights for another shape")
    precondition(stride == 1 || stride == 2, "a stride of \(stride)")
    precondition(
      !addsInput || (stride == 1 && inputs == outputs), "a layer that adds its input keeps its shape")
    self.inputs = inputs
    self.outputs = outputs
    self.stride = stride
    self.addsInput = addsInput
    self.panels = Self.panels(of: weights, inputs: inputs, outputs: outputs)
    self.bias = bias
  }

  /// Applies the layer; an extent `n` of the input becomes `⌈n / stride⌉`.
  /// - Precondition: `input` has `inputs` channels.
  package func callAsFunction(_ input: FeatureMap) -> FeatureMap {
    precondition(input.channels == inputs, "\(input.channels) channels for a layer of \(inputs)")
    var output = FeatureMap(
      rows: (input.rows + stride - 1) / stride, columns: (input.columns + stride - 1) / stride,
      channels: outputs)
    panels.withUnsafeBufferPointer { weights in
      bias.withUnsafeBufferPointer { bias in
        var layer = assay_convolution(
          weights: weights.baseAddress, bias: bias.baseAddress, inputs: inputs, outputs: outputs,
          stride: stride, adds_input: addsInput ? 1 : 0)
        assay_convolve(&layer, input.values, input.columns, &output.values, output.rows, output.columns)
      }
    }
    return output
  }

  private static let panel = Int(ASSAY_PANEL)

  /// Reorders weights to the kernel's `[outputs / 8][3 rows][3 columns][inputs][8]`.
  private static func panels(of weights: [Float], inputs: Int, outputs: Int) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(weights.count)
    for first in Swift.stride(from: 0, to: outputs, by: panel) {
      for position in 0..<9 {
        for input in 0..<inputs {
          for output in first..<first + panel {
            result.append(weights[(output * inputs + input) * 9 + position])
          }
        }
      }
    }
    return result
  }
}
