import Embeddings
import TestSupport
import Testing

@Suite struct ConvolutionTests {
  @Test func agreesWithTheDefinition() {
    var generator = SeededGenerator(seed: 11)
    for (rows, columns) in [(1, 1), (1, 6), (2, 3), (5, 7), (6, 12), (7, 13)] {
      for (inputs, outputs) in [(1, 8), (3, 24), (5, 16)] {
        for stride in [1, 2] {
          let weights = randoms(outputs * inputs * 9, using: &generator)
          let bias = randoms(outputs, using: &generator)
          let input = randomMap(rows, columns, inputs, using: &generator)
          let layer = Convolution(
            weights: weights, bias: bias, inputs: inputs, outputs: outputs, stride: stride)
          let expected = defined(input, weights: weights, bias: bias, stride: stride)
          #expect(
            largestDifference(layer(input).channelsFirst, expected) <= 1e-5,
            "\(rows)×\(columns), \(inputs) to \(outputs) by \(stride)")
        }
      }
    }
  }

  @Test func inputIsAddedAfterTheActivation() {
    var generator = SeededGenerator(seed: 12)
    for (rows, columns) in [(1, 1), (3, 6), (4, 13)] {
      let weights = randoms(8 * 8 * 9, using: &generator)
      let bias = randoms(8, using: &generator)
      let input = randomMap(rows, columns, 8, using: &generator)
      let layer = Convolution(weights: weights, bias: bias, inputs: 8, outputs: 8, stride: 1, addsInput: true)
      let activated = defined(input, weights: weights, bias: bias, stride: 1)
      let expected = zip(activated, input.channelsFirst).map { $0 + $1 }
      #expect(largestDifference(layer(input).channelsFirst, expected) <= 1e-5, "\(rows)×\(columns)")
    }
  }

  @Test func borderStaysZero() {
    let layer = Convolution(
      weights: [Float](repeating: 1, count: 72), bias: [Float](repeating: 5, count: 8), inputs: 1, outputs: 8,
      stride: 1)
    let output = layer(FeatureMap(rows: 3, columns: 7, channels: 1))
    #expect(output.channelsFirst.allSatisfy { $0 == 5 })
    #expect(output.values.filter { $0 != 0 }.count == output.channelsFirst.count)
  }

  /// The convolution as its definition has it, in double precision, channels first.
  private func defined(_ input: FeatureMap, weights: [Float], bias: [Float], stride: Int) -> [Float] {
    var result: [Float] = []
    for output in bias.indices {
      for y in Swift.stride(from: 0, to: input.rows, by: stride) {
        for x in Swift.stride(from: 0, to: input.columns, by: stride) {
          var sum = Double(bias[output])
          for channel in 0..<input.channels {
            for (dy, dx) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)]
            where (0..<input.rows).contains(y + dy) && (0..<input.columns).contains(x + dx) {
              let weight = weights[((output * input.channels + channel) * 3 + dy + 1) * 3 + dx + 1]
              sum += Double(weight) * Double(input[row: y + dy, column: x + dx, channel: channel])
            }
          }
          result.append(Float(sum > 0 ? sum : 0))
        }
      }
    }
    return result
  }

  private func randomMap(
    _ rows: Int, _ columns: Int, _ channels: Int, using generator: inout SeededGenerator
  ) -> FeatureMap {
    var map = FeatureMap(rows: rows, columns: columns, channels: channels)
    for row in 0..<rows {
      for column in 0..<columns {
        for channel in 0..<channels {
          map[row: row, column: column, channel: channel] = .random(in: -1...1, using: &generator)
        }
      }
    }
    return map
  }

  private func randoms(_ count: Int, using generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in .random(in: -1...1, using: &generator) }
  }
}
