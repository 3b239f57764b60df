/// Success at a cutoff: `success_k` of trec_eval, 1 when the first k hold a relevant document, else 0.
package struct SuccessAtK: BinaryMeasure, Hashable {
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
  package var name: String { level == nil ? "success_\(depth)" : title }
  package var title: String { MeasureTitle.spell("Success", level: level, cutoff: depth) }
  package var definition: String { "1 when a relevant item is among the first \(depth), else 0" }

  package func score(_ topic: JudgedRanking) -> Double {
    (topic.relevantPlaces(from: level).first ?? Int.max) < depth ? 1 : 0
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let first = topic.relevantPlaces(from: level).prefix(1).filter { $0 < depth }
    return MeasureTerms(first.map { (place: $0, value: 1) }, count: min(depth, topic.count), norm: 1)
  }

  /// Success as measure names describe it.
  package static let family = MeasureFamily(
    names: ["Success"], trecCutName: "success", trecCutoffs: [1, 5, 10], cutoffUse: .required,
    parameters: ["rel"], about: "whether the first k hold a relevant item"
  ) { arguments throws(MeasureNameError) in
    SuccessAtK(cutoff: try arguments.requiredCutoff, level: try arguments.level)
  }
}
