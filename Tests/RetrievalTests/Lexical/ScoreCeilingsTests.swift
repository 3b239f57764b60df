import TestSupport
import Testing

@testable import Retrieval

@Suite struct ScoreCeilingsTests {
  /// The largest score that some of the terms can give is never taken for less than it is.
  @Test(arguments: [1, 2, 3, 10, 64])
  func itemsThatMayExceedAThresholdAreKept(terms: Int) throws {
    var generator = SeededGenerator(seed: UInt64(terms))
    for _ in 0..<500 {
      let scale = Float.random(in: 0...1, using: &generator) < 0.1 ? Float(1e-6) : 1
      let weights = (0..<terms).map { _ in scale * Float.random(in: 1e-3...14, using: &generator) }
      let ceilings = try #require(ScoreCeilings(weights: weights))
      let wholes = ceilings.scales.map { Int($0.rounded(.up)) }
      #expect(wholes.reduce(0, +) <= 255)
      #expect(wholes.allSatisfy { $0 > 0 })
      let has = weights.map { _ in Bool.random(using: &generator) }
      let saturations = weights.map { _ in Float.random(in: 0...1, using: &generator) }
      var (score, marks) = (Float(0), 0)
      for term in weights.indices where has[term] {
        score += weights[term] * saturations[term]
        marks += Int((ceilings.scales[term] * saturations[term]).rounded(.up))
      }
      for threshold in [0, score / 2, score.nextDown] where threshold < score {
        #expect(marks >= Int(ceilings.least(above: threshold)), "\(weights) \(has)")
      }
    }
  }

  @Test func aRareTermAloneIsNotReachedByACommonOne() throws {
    let ceilings = try #require(ScoreCeilings(weights: [8, 1]))
    #expect(ceilings.scales[1] < Float(ceilings.least(above: 2)))
    #expect(ceilings.scales[0] >= Float(ceilings.least(above: 2)))
    #expect(ceilings.least(above: 0) == 1)
    #expect(ceilings.least(above: 1e30) == 255)
  }

  @Test func nothingIsSaidAboutOddWeights() {
    for weights in [[], [0], [1, -1], [.nan], [.infinity], [Float](repeating: 1, count: 65)] {
      #expect(ScoreCeilings(weights: weights) == nil)
    }
  }
}
