import TestSupport
import Testing

@testable import Retrieval

@Suite struct LaneRankingTests {
  @Test func ordersByScoreThenOrdinal() {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 100, 700] {
      // Few distinct values, so that there are many ties; some are missing.
      let values = (0..<count).map { _ in
        Bool.random(using: &generator) ? Double(Int.random(in: -40...40, using: &generator)) / 8 : .nan
      }
      let ranking = LaneRanking(LaneScores(values))
      let expected = values.indices.filter { !values[$0].isNaN }
        .sorted { (values[$0], $1) > (values[$1], $0) }
      #expect(ranking.order.map(Int.init) == expected)
      for item in values.indices {
        let better = values.count { $0 > values[item] }
        #expect(ranking.rank(of: UInt32(item)) == (values[item].isNaN ? nil : better + 1))
      }
      #expect(ranking.range?.upperBound == expected.first.map { values[$0] })
      #expect(ranking.range?.lowerBound == expected.last.map { values[$0] })
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
    #expect(RankKey(score: -0.0, ordinal: 7) == RankKey(score: 0, ordinal: 7))
    #expect(RankKey(score: 1, ordinal: 7) < RankKey(score: 1, ordinal: 8))
    #expect(RankKey(score: 1, ordinal: 4_000_000_000).ordinal == 4_000_000_000)
  }

  @Test func negativeZeroTiesWithZero() {
    let ranking = LaneRanking(LaneScores([-0.0, 0, -0.0]))
    #expect(ranking.order == [0, 1, 2])
    #expect(ranking.rank(of: 2) == 1)
  }

  @Test func missingScoresHaveNoRank() {
    let ranking = LaneRanking(LaneScores([.nan, -.infinity, 2]))
    #expect(ranking.order == [2])
    #expect(ranking.rank(of: 0) == nil)
    #expect(ranking.scores[1] == nil)
  }
}
