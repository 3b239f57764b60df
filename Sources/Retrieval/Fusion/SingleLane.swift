/// No fusion: the score is the lane's own, because the plan has one lane or because the other scored nothing.
struct SingleLane: LaneFusion {
  var label: String { "one lane" }

  func rule(for lane: Lane, over list: LaneList) -> SummandRule {
    SummandRule(evidence: .score)
  }
}
