/// Reciprocal rank: `recip_rank` of trec_eval, 1 ÷ the rank of the first relevant document, 0 without one.
package struct ReciprocalRank: BinaryMeasure, Hashable {
  package let cutoff: Int?
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(cutoff: Int? = nil, level: Int? = nil) {
    self.cutoff = cutoff
    self.level = level
  }

  package var name: String { level == nil && cutoff == nil ? "recip_rank" : title }
  package var title: String { MeasureTitle.spell("RR", level: level, cutoff: cutoff) }
  package var definition: String { "1 ÷ the rank of the first relevant item\(MeasureTitle.depth(cutoff))" }

  package func score(_ topic: JudgedRanking) -> Double {
    guard let first = topic.relevantPlaces(from: level).first, first < cutoff ?? Int.max else { return 0 }
    return 1 / Double(first + 1)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let first = topic.relevantPlaces(from: level).first
    let depth = min(cutoff ?? topic.count, topic.count)
    return MeasureTerms(
      (0..<depth).map { MeasureTerms.Term(gain: $0 == first ? 1 : 0, discount: Double($0 + 1)) }, norm: 1)
  }

  /// Reciprocal rank as measure names describe it.
  package static let family = MeasureFamily(
    names: ["RR", "MRR"], trecName: "recip_rank", cutoffUse: .optional, parameters: ["rel"],
    about: "1 ÷ the rank of the first relevant item"
  ) { arguments throws(MeasureNameError) in
    ReciprocalRank(cutoff: arguments.cutoff, level: try arguments.level)
  }
}
