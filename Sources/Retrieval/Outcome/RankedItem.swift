/// One item of an answer with the contributions its score is the sum of.
package struct RankedItem: Hashable, Sendable {
  /// The item's position in the index.
  package let ordinal: UInt32
  /// 1 for the best; consecutive.
  package let rank: Int
  /// The sum of `parts`, rounded to float32 so that every reader of a score sees the same order.
  package let score: Double
  /// Named contributions (`dense`, `lexical`, `identifier`), in a fixed order; absent lanes have no part.
  package let parts: [ScorePart]

  /// Makes a ranked item; `score` is taken as given so that it stays bit-identical to what was sorted.
  package init(ordinal: UInt32, rank: Int, score: Double, parts: [ScorePart]) {
    self.ordinal = ordinal
    self.rank = rank
    self.score = score
    self.parts = parts
  }
}

/// One named summand of a score.
package struct ScorePart: Hashable, Sendable {
  /// The lane or rule that contributed.
  package let name: String
  /// What it added to the score.
  package let value: Double
  /// The lane's own score before fusion (cosine, BM25F), or `nil` where there is none.
  package let raw: Double?
  /// The item's rank within that lane alone, from 1; `nil` when the lane did not score it.
  package let laneRank: Int?

  /// Makes a part.
  package init(name: String, value: Double, raw: Double? = nil, laneRank: Int? = nil) {
    self.name = name
    self.value = value
    self.raw = raw
    self.laneRank = laneRank
  }
}
