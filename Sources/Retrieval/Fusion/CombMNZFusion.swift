/// CombMNZ: the sum of normalised scores times the number of lists that have the item.
///
/// Source: Fox and Shaw, "Combination of Multiple Searches", TREC-2, 1994.
struct CombMNZFusion: LaneFusion {
  /// How scores are made comparable.
  let normalisation: Normalisation

  var label: String { "CombMNZ, \(normalisation.rawValue)" }

  func rule(for lane: Lane, over list: LaneList) -> SummandRule {
    SummandRule(
      evidence: .scaledScore(ScoreScale(normalisation, lane: lane, list: list)), multipliesByLists: true)
  }
}
