/// CombSUM: the plain sum of normalised scores.
///
/// Source: Fox and Shaw, "Combination of Multiple Searches", TREC-2, 1994.
struct CombSUMFusion: LaneFusion {
  /// How scores are made comparable.
  let normalisation: Normalisation

  var label: String { "CombSUM, \(normalisation.rawValue)" }

  func rule(for lane: Lane, over list: LaneList) -> SummandRule {
    SummandRule(evidence: .scaledScore(ScoreScale(normalisation, lane: lane, list: list)))
  }
}
