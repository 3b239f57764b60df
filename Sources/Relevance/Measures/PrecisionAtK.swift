/// Precision at a cutoff: `P_k` of trec_eval.
///
/// The number of relevant documents among the first k, divided by k also when fewer were returned. (Some tools divide
/// by the number returned instead: `isShortened`.) Values lie in 0…1.
package struct PrecisionAtK: BinaryMeasure, Hashable {
  /// The rank below which nothing counts.
  package let depth: Int
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?
  /// Whether a ranking shorter than the cutoff is measured by its own length.
  package let isShortened: Bool

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int, level: Int? = nil, isShortened: Bool = false) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    self.depth = cutoff
    self.level = level
    self.isShortened = isShortened
  }

  package var cutoff: Int? { depth }
  package var name: String { level == nil && !isShortened ? "P_\(depth)" : title }
  package var title: String { MeasureTitle.spell("P", level: level, cutoff: depth) }
  package var definition: String {
    "relevant items among the first \(depth), divided by "
      + (isShortened ? "as many as were returned" : "\(depth)")
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let found = topic.relevantPlaces(from: level).prefix { $0 < depth }.count
    return found == 0 ? 0 : Double(found) / Double(divisor(topic))
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let found = topic.relevantPlaces(from: level).prefix { $0 < depth }
    return MeasureTerms(
      found.map { (place: $0, value: 1) }, count: min(depth, topic.count), norm: Double(divisor(topic)))
  }

  /// What the number of relevant documents is divided by.
  func divisor(_ topic: JudgedRanking) -> Int {
    isShortened ? min(depth, topic.count) : depth
  }

  /// Precision as measure names describe it.
  package static let family = MeasureFamily(
    names: ["P", "Precision"], trecCutName: "P", trecCutoffs: MeasureFamily.manyCutoffs, cutoffUse: .required,
    parameters: ["rel"], about: "the share of relevant items among the first k"
  ) { arguments throws(MeasureNameError) in
    PrecisionAtK(cutoff: try arguments.requiredCutoff, level: try arguments.level)
  }
}
