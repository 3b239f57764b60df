/// Reciprocal rank fusion: each list adds `1 / (k + rank)`.
///
/// Ranks are competition ranks ("1224"), so that equal scores add the same. There is no summand beyond the depth of
/// the lists, not even the small one that a deeper rank would add.
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

  func rule(for lane: Lane, over list: LaneList) -> SummandRule {
    SummandRule(evidence: .reciprocalRank(k: k))
  }
}
