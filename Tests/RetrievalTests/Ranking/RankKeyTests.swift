import TestSupport
import Testing

@testable import Retrieval

@Suite struct RankKeyTests {
  @Test func ordersByScoreThenOrdinal() {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 100, 700] {
      // Few distinct values, so that there are many ties.
      let scores = (0..<count).map { _ in Float(Int.random(in: -40...40, using: &generator)) / 8 }
      let keys = scores.enumerated().map { RankKey(score: $1, ordinal: UInt32($0)) }
      let expected = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
      #expect(RankKey.sorted(keys).map { Int($0.ordinal) } == expected)
      #expect(keys.sorted().map { Int($0.ordinal) } == expected)
    }
  }

  @Test func keysOrderLikeScores() {
    let scores: [Float] = [
      -.infinity, -.greatestFiniteMagnitude, -1.5, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 1e-20,
      0.1, 0.100_000_01, 3, .infinity,
    ]
    for (worse, better) in zip(scores, scores.dropFirst()) {
      #expect(RankKey(score: better, ordinal: .max) < RankKey(score: worse, ordinal: 0))
    }
    for score in scores { #expect(RankKey(score: score, ordinal: 3).score == score) }
    #expect(RankKey(score: -0.0, ordinal: 7) == RankKey(score: 0, ordinal: 7))
    #expect(RankKey(score: 1, ordinal: 7) < RankKey(score: 1, ordinal: 8))
    #expect(RankKey(score: 1, ordinal: 4_000_000_000).ordinal == 4_000_000_000)
  }
}
