/// One query under one plan, with every item scored: what a page of results and an explanation are both read from.
struct Scoring: Sendable {
  /// The lanes that scored something, in the order in which their parts appear.
  let lanes: [(lane: Lane, ranking: LaneRanking)]
  /// How the lanes become one score.
  let fusion: any LaneFusion
  /// The items that the query names, ascending.
  let named: [UInt32]
  /// What being named adds to a score.
  let namedValue: Double
  /// The total ranking, by scores that are not yet rounded.
  let ranking: LaneRanking

  /// Adds up the lanes of every item and ranks the sums.
  init(
    lanes: [(lane: Lane, ranking: LaneRanking)], fusion: any LaneFusion, named: [UInt32],
    namedValue: Double, count: Int
  ) {
    self.lanes = lanes
    self.fusion = fusion
    self.named = named
    self.namedValue = namedValue
    if lanes.count == 1, fusion is SingleLane, named.isEmpty {
      ranking = lanes[0].ranking
      return
    }
    var totals = [Double](repeating: .nan, count: count)
    for (lane, ranking) in lanes {
      Self.add(lane, ranking: ranking, by: fusion, to: &totals)
    }
    for ordinal in named {
      let total = totals[Int(ordinal)]
      totals[Int(ordinal)] = (total.isNaN ? 0 : total) + namedValue
    }
    ranking = LaneRanking(LaneScores(totals))
  }

  /// An item's score, rounded to float32 as the order is; `nil` when nothing scored it.
  func score(of ordinal: UInt32) -> Double? {
    ranking.scores[ordinal].map { Double(Float($0)) }
  }

  /// The named contributions to an item's score, in a fixed order; empty when nothing scored it.
  func parts(of ordinal: UInt32) -> [ScorePart] {
    var parts = lanes.compactMap { lane, ranking in
      fusion.contribution(of: lane, ranking: ranking, to: ordinal).map {
        ScorePart(
          name: lane.rawValue, value: $0, raw: ranking.scores[ordinal], laneRank: ranking.rank(of: ordinal))
      }
    }
    if named.contains(ordinal) { parts.append(ScorePart(name: "identifier", value: namedValue)) }
    return parts
  }

  // Generic, so that the loop is compiled for each fusion instead of asking an existential for every item.
  private static func add(
    _ lane: Lane, ranking: LaneRanking, by fusion: some LaneFusion, to totals: inout [Double]
  ) {
    for ordinal in ranking.order {
      guard let value = fusion.contribution(of: lane, ranking: ranking, to: ordinal) else { continue }
      let total = totals[Int(ordinal)]
      totals[Int(ordinal)] = (total.isNaN ? 0 : total) + value
    }
  }
}
