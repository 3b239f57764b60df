import Embeddings
import Testing

@testable import OpenVINOBackend

@Suite struct OutputReadingTests {
  private func reading(_ pooling: Pooling? = nil, normalises: Bool = false) -> OutputReading {
    OutputReading(output: 0, pooling: pooling, normalises: normalises, path: "m.onnx")
  }

  private func tensor(_ values: [Float], _ shape: [Int]) -> Tensor {
    Tensor(values: .f32(values), shape: shape)
  }

  /// Two rows of three tokens, of which the second row has two.
  private let tokens: [Float] = [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 99, 99]

  @Test(
    arguments: [
      (Pooling.mean, [[3, 4], [20, 30]]), (.first, [[1, 2], [10, 20]]), (.last, [[5, 6], [30, 40]]),
    ] as [(Pooling, [[Float]])])
  func poolsWithoutPadding(pooling: Pooling, expected: [[Float]]) throws {
    let found = try reading(pooling).vectors(in: tensor(tokens, [2, 3, 2]), counts: [3, 2], dimensions: 2)
    #expect(found == expected)
  }

  @Test func takesRowsThatArePooledAlready() throws {
    let found = try reading().vectors(
      in: tensor([3, 4, 0, 5], [2, 1, 1, 2]), counts: [1, 1], dimensions: 2)
    #expect(found == [[3, 4], [0, 5]])
    let unit = try reading(normalises: true).vectors(
      in: tensor([3, 4], [1, 2]), counts: [1], dimensions: 2)
    #expect(unit == [[0.6, 0.8]])
  }

  @Test func turnsBytesIntoNumbers() throws {
    var reading = reading()
    (reading.scale, reading.zero) = (0.5, 10)
    let found = try reading.vectors(
      in: Tensor(values: .u8([10, 12, 8]), shape: [1, 1, 1, 3]), counts: [1], dimensions: 3)
    #expect(found == [[0, 1, -1]])
  }

  @Test func freesFromMeanAndDeviation() throws {
    var reading = reading()
    reading.standardises = true
    let found = try reading.vectors(in: tensor([1, 3, 5, 7], [1, 4]), counts: [1], dimensions: 4)[0]
    let deviation = Float(5).squareRoot()
    #expect(largestDifference(found, [-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation]) < 1e-5)
  }

  @Test(arguments: [
    (Float.nan, "the model answered with a number that is none"), (.infinity, "a number that is none"),
    (0, "the model answered with zeros, which have no direction"),
  ])
  func refusesWhatIsNoVector(value: Float, message: String) {
    expectMalformed(message) {
      _ = try reading(normalises: true).vectors(
        in: tensor([0, value], [1, 2]), counts: [1], dimensions: 2)
    }
  }

  @Test func saysWhichShapeItExpected() {
    expectMalformed("m.onnx: the output is [2, 3] where [2, 2] was expected") {
      _ = try reading().vectors(in: tensor([1, 2, 3, 4, 5, 6], [2, 3]), counts: [1, 1], dimensions: 2)
    }
    expectMalformed("the output is [2, 2] where [2, tokens, 2] was expected") {
      _ = try reading(.mean).vectors(in: tensor([1, 2, 3, 4], [2, 2]), counts: [1, 1], dimensions: 2)
    }
  }
}
