/// No fusion: the score is the lane's own, because the plan has one lane or because the other scored nothing.
struct SingleLane: LaneFusion {
  var label: String { "one lane" }

  func contribution(of lane: Lane, ranking: LaneRanking, to ordinal: UInt32) -> Double? {
    ranking.scores[ordinal]
  }

  func explanation(
    of lane: Lane, ranking: LaneRanking, to ordinal: UInt32, raw: Explanation
  ) -> Explanation {
    raw
  }
}
