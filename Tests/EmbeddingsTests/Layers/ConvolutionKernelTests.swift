import CKernels
import TestSupport
import Testing

@Suite struct ConvolutionKernelTests {
  @Test func instructionSetsAgree() {
    var generator = SeededGenerator(seed: 13)
    let (rows, columns, channels) = (3, 13, 24)
    let count = (rows + 2) * (columns + 2) * channels
    let weights = (0..<channels * channels * 9).map { _ in Float.random(in: -1...1, using: &generator) }
    let bias = (0..<channels).map { _ in Float.random(in: -1...1, using: &generator) }
    let input = (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    var fastest = [Float](repeating: 0, count: count)
    var baseline = fastest
    weights.withUnsafeBufferPointer { weights in
      bias.withUnsafeBufferPointer { bias in
        var layer = assay_convolution(
          weights: weights.baseAddress, bias: bias.baseAddress, inputs: channels, outputs: channels,
          stride: 1,
          adds_input: 1)
        assay_convolve(&layer, input, columns, &fastest, rows, columns)
        assay_convolve_baseline(&layer, input, columns, &baseline, rows, columns)
      }
    }
    #expect(baseline.contains { $0 != 0 })
    #expect(largestDifference(fastest, baseline) <= 1e-5)
  }
}
