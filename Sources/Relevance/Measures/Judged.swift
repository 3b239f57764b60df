/// How much of the top of a ranking has been judged at all: `Judged@k` of ir_measures, the coverage beside every mean.
///
/// The number of documents with a grade (0 and below included) among the first k, divided by k or by the number
/// returned when that is smaller; 0 for an empty ranking. Values lie in 0…1.
package struct Judged: Measure, Hashable {
  package let cutoff: Int?

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int?) {
    if let cutoff { precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)") }
    self.cutoff = cutoff
  }

  package var name: String { MeasureTitle.spell("Judged", cutoff: cutoff) }
  package var definition: String {
    "items with a grade\(MeasureTitle.depth(cutoff)), divided by the number looked at"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let looked = topic.grades.prefix(cutoff ?? Int.max)
    return looked.isEmpty ? 0 : Double(looked.count { $0 != nil }) / Double(looked.count)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let looked = topic.grades.prefix(cutoff ?? Int.max)
    return MeasureTerms(
      looked.map { MeasureTerms.Term(gain: $0 == nil ? 0 : 1) }, norm: Double(looked.count))
  }

  /// How many of the first `cutoff` documents are judged.
  package func count(ranking: [DocumentID], grades: [DocumentID: Int]) -> Int {
    ranking.prefix(cutoff ?? Int.max).count { grades[$0] != nil }
  }

  /// Coverage as measure names describe it.
  package static let family = MeasureFamily(
    names: ["Judged"], cutoffUse: .optional, about: "the share of the first k returned that have a grade"
  ) { arguments throws(MeasureNameError) in Judged(cutoff: arguments.cutoff) }
}
