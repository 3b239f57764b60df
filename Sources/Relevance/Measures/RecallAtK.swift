/// Recall at a cutoff: `recall_k` of trec_eval, the share of all relevant documents that the first k hold.
///
/// 0 without a relevant document. Values lie in 0…1.
package struct RecallAtK: BinaryMeasure, Hashable {
  /// The rank below which nothing counts.
  package let depth: Int
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int, level: Int? = nil) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    self.depth = cutoff
    self.level = level
  }

  package var cutoff: Int? { depth }
  package var name: String { level == nil ? "recall_\(depth)" : title }
  package var title: String { MeasureTitle.spell("R", level: level, cutoff: depth) }
  package var definition: String { "relevant items among the first \(depth), divided by all relevant items" }

  package func score(_ topic: JudgedRanking) -> Double {
    let relevant = topic.relevantCount(from: level)
    guard relevant > 0 else { return 0 }
    return Double(topic.relevantPlaces(from: level).prefix { $0 < depth }.count) / Double(relevant)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let found = topic.relevantPlaces(from: level).prefix { $0 < depth }
    return MeasureTerms(
      found.map { (place: $0, value: 1) }, count: min(depth, topic.count),
      norm: Double(topic.relevantCount(from: level)))
  }

  /// Recall as measure names describe it.
  package static let family = MeasureFamily(
    names: ["R", "Recall"], trecCutName: "recall", trecCutoffs: MeasureFamily.manyCutoffs,
    cutoffUse: .required,
    parameters: ["rel"], about: "the share of all relevant items found among the first k"
  ) { arguments throws(MeasureNameError) in
    RecallAtK(cutoff: try arguments.requiredCutoff, level: try arguments.level)
  }
}
