/// A weighted sum of normalised scores: `(1 − w) · dense + w · lexical`, each between 0 and 1.
///
/// Min–max normalisation, `(score − low) / (high − low)`, over every item the lane scored, not over the page that
/// is shown, so that the order does not change with the depth:
/// - dense: low and high are the smallest and the largest cosine;
/// - lexical: low is 0, the BM25F score of an item without any query term, so that the weakest match still counts
///   for more than no match.
///
/// When low equals high, the lane has no preference and every item's normalised score is 0.
struct WeightedFusion: LaneFusion {
  /// The weight of the lexical lane, 0…1.
  let lexicalShare: Double

  /// Makes the fusion.
  /// - Precondition: `lexicalShare` lies in 0…1.
  init(lexicalShare: Double) {
    precondition((0...1).contains(lexicalShare), "lexical share must lie in 0…1, not \(lexicalShare)")
    self.lexicalShare = lexicalShare
  }

  var label: String { "weighted fusion, lexical share \(lexicalShare.brief)" }

  func contribution(of lane: Lane, ranking: LaneRanking, to ordinal: UInt32) -> Double? {
    guard let score = ranking.scores[ordinal] else { return nil }
    return weight(of: lane) * normalised(score, lane: lane, ranking: ranking)
  }

  func explanation(
    of lane: Lane, ranking: LaneRanking, to ordinal: UInt32, raw: Explanation
  ) -> Explanation {
    let range = normalisationRange(of: lane, ranking: ranking)
    let share = normalised(raw.value, lane: lane, ranking: ranking)
    return Explanation(
      "\(lane.rawValue): weight × (score − low) / (high − low)",
      value: weight(of: lane) * share, combines: .inputs,
      details: [
        Explanation("weight", value: weight(of: lane)),
        Explanation("normalised score", value: share),
        Explanation("low, over \(ranking.count) items", value: range.lowerBound),
        Explanation("high, over \(ranking.count) items", value: range.upperBound),
        raw,
      ])
  }

  private func weight(of lane: Lane) -> Double {
    lane == .lexical ? lexicalShare : 1 - lexicalShare
  }

  private func normalised(_ score: Double, lane: Lane, ranking: LaneRanking) -> Double {
    let range = normalisationRange(of: lane, ranking: ranking)
    let extent = range.upperBound - range.lowerBound
    return extent > 0 ? (score - range.lowerBound) / extent : 0
  }

  private func normalisationRange(of lane: Lane, ranking: LaneRanking) -> ClosedRange<Double> {
    guard let range = ranking.range else { return 0...0 }
    return lane == .lexical ? 0...max(0, range.upperBound) : range
  }
}
