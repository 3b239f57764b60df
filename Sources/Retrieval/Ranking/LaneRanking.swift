/// A lane's scores in order, with the rank of every item and the range that normalisation needs.
package struct LaneRanking: Sendable {
  /// The scores that were ranked.
  package let scores: LaneScores
  /// The scored items, best first: score (as float32) descending, then ordinal ascending.
  package let order: [UInt32]
  /// The smallest and the largest score; `nil` when the lane scored nothing.
  package let range: ClosedRange<Double>?
  /// Competition ranks by ordinal, from 1; 0 for an item that was not scored.
  private let ranks: [UInt32]

  /// Ranks scores.
  /// - Complexity: O(n).
  package init(_ scores: LaneScores) {
    var keys: [RankKey] = []
    keys.reserveCapacity(scores.count)
    var least = Double.infinity
    var most = -Double.infinity
    for ordinal in 0..<UInt32(scores.count) {
      guard let score = scores[ordinal] else { continue }
      keys.append(RankKey(score: Float(score), ordinal: ordinal))
      least = min(least, score)
      most = max(most, score)
    }
    let sorted = RankKey.sorted(keys)
    self.scores = scores
    order = sorted.map(\.ordinal)
    range = sorted.isEmpty ? nil : least...most
    ranks = Self.competitionRanks(sorted, count: scores.count)
  }

  /// How many items the lane scored.
  package var count: Int { order.count }

  /// The rank of an item, from 1, or `nil` when the lane did not score it.
  ///
  /// Items of equal score share the best of their ranks ("1224"), so that no rank depends on the ordinal.
  package func rank(of ordinal: UInt32) -> Int? {
    let rank = ranks[Int(ordinal)]
    return rank == 0 ? nil : Int(rank)
  }

  private static func competitionRanks(_ sorted: [RankKey], count: Int) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: count)
    var rank: UInt32 = 0
    for (index, key) in sorted.enumerated() {
      if index == 0 || key.scoreBits != sorted[index - 1].scoreBits { rank = UInt32(index) + 1 }
      ranks[Int(key.ordinal)] = rank
    }
    return ranks
  }
}
