/// How much of the top of a ranking is unjudged: `unj_k` of trec_eval 10.
///
/// The number of documents without a grade, or with one below 0, among the first k, divided by k also when fewer were
/// returned. Values lie in 0…1. Not 1 − `Judged@k`, which divides by the number returned.
package struct Unjudged: Measure, Hashable {
  /// The rank below which nothing counts.
  package let depth: Int

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    self.depth = cutoff
  }

  package var cutoff: Int? { depth }
  package var name: String { "unj_\(depth)" }
  package var definition: String {
    "items without a grade of 0 or more among the first \(depth), divided by \(depth)"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    Double(topic.grades.prefix(depth).count { ($0 ?? -1) < 0 }) / Double(depth)
  }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    trecCutName: "unj", trecCutoffs: [5, 10, 20], cutoffUse: .required,
    about: "the share of k ranks that hold an unjudged item"
  ) { arguments throws(MeasureNameError) in Unjudged(cutoff: try arguments.requiredCutoff) }
}
