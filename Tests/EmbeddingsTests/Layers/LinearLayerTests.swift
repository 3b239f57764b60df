import Embeddings
import TestSupport
import Testing

@Suite struct LinearLayerTests {
  @Test(arguments: [true, false]) func agreesWithTheDefinition(hasBias: Bool) {
    var generator = SeededGenerator(seed: 21)
    for (inputs, outputs) in [(1, 1), (3, 5), (96, 7), (376, 4)] {
      let weights = (0..<inputs * outputs).map { _ in Float.random(in: -1...1, using: &generator) }
      let bias = (0..<outputs).map { _ in Float.random(in: -1...1, using: &generator) }
      let input = (0..<inputs).map { _ in Float.random(in: -1...1, using: &generator) }
      let expected = (0..<outputs).map { output in
        Float(
          (0..<inputs).reduce(hasBias ? Double(bias[output]) : 0) { sum, column in
            sum + Double(weights[output * inputs + column]) * Double(input[column])
          })
      }
      let layer = LinearLayer(weights: weights, bias: hasBias ? bias : nil, inputs: inputs)
      #expect(largestDifference(layer(input), expected) <= 1e-5, "\(inputs) to \(outputs)")
    }
  }
}
