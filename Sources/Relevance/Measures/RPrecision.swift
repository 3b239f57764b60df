/// R-precision: `Rprec` of trec_eval, the precision at the rank that equals the number of relevant documents.
package struct RPrecision: BinaryMeasure, Hashable {
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(level: Int? = nil) {
    self.level = level
  }

  package var name: String { level == nil ? "Rprec" : title }
  package var title: String { MeasureTitle.spell("Rprec", level: level) }
  package var definition: String {
    "the share of relevant items among the first R, R being how many are relevant"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let relevant = topic.relevantCount(from: level)
    guard relevant > 0 else { return 0 }
    return Double(topic.relevantPlaces(from: level).prefix { $0 < relevant }.count) / Double(relevant)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let relevant = topic.relevantCount(from: level)
    let found = topic.relevantPlaces(from: level).prefix { $0 < relevant }
    return MeasureTerms(
      found.map { (place: $0, value: 1) }, count: min(relevant, topic.count), norm: Double(relevant))
  }

  /// R-precision as measure names describe it.
  package static let family = MeasureFamily(
    names: ["Rprec", "RPrec"], trecName: "Rprec", parameters: ["rel"],
    about: "precision at the number of relevant items"
  ) { arguments throws(MeasureNameError) in RPrecision(level: try arguments.level) }
}
