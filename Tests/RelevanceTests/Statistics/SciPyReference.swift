import Foundation
import Testing

/// What SciPy computes for the same numbers; how it was recorded stands beside it.
struct SciPyReference: Decodable {
  struct Sample: Decodable, CustomTestStringConvertible {
    let name: String
    let deltas: [Double]
    let t: Double
    let df: Int
    let tP: Double
    let randomisationP: Double
    let isExact: Bool
    let bootstrap: [Double]
    let bootstrapExact: [Double]?

    var testDescription: String { name }
  }

  struct Tail: Decodable {
    let t: Double
    let df: Double
    let p: Double
  }

  struct Beta: Decodable {
    let a: Double
    let b: Double
    let x: Double
    let value: Double
  }

  struct Family: Decodable {
    let p: [Double]
    let adjusted: [Double]
  }

  struct Pair: Decodable {
    let first: [Int]
    let second: [Int]
    let tau: Double
  }

  let samples: [Sample]
  let studentT: [Tail]
  let incompleteBeta: [Beta]
  let holm: [Family]
  let kendall: [Pair]

  static func recorded() throws -> SciPyReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/statistics/scipy.json")
    return try JSONDecoder().decode(SciPyReference.self, from: Data(contentsOf: file))
  }
}
