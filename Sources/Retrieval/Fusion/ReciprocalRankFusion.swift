/// Reciprocal rank fusion: each lane adds `1 / (k + rank)`.
///
/// Ranks are competition ranks ("1224") over the lane's whole list, without a cut: an item at rank 1,000 adds a
/// little, an item the lane did not score adds nothing, and equal scores add the same.
///
/// Source: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
/// Learning Methods", SIGIR 2009, where k = 60.
struct ReciprocalRankFusion: LaneFusion {
  /// Dampens the first ranks; larger values flatten the curve.
  let k: Int

  /// Makes the fusion.
  /// - Precondition: `k` is not negative.
  init(k: Int) {
    precondition(k >= 0, "k must not be negative, as \(k) is")
    self.k = k
  }

  var label: String { "reciprocal rank fusion, k \(k)" }

  func contribution(of lane: Lane, ranking: LaneRanking, to ordinal: UInt32) -> Double? {
    ranking.rank(of: ordinal).map { 1 / Double(k + $0) }
  }

  func explanation(
    of lane: Lane, ranking: LaneRanking, to ordinal: UInt32, raw: Explanation
  ) -> Explanation {
    let rank = ranking.rank(of: ordinal) ?? 0
    return Explanation(
      "\(lane.rawValue): 1 / (k + rank)", value: 1 / Double(k + rank), combines: .inputs,
      details: [
        Explanation("k", value: Double(k)),
        Explanation("rank, of \(ranking.count) items", value: Double(rank)),
        raw,
      ])
  }
}
