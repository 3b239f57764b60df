/// A number that says how good one ranking is, given grades.
///
/// Conformers are small values: a definition with its cutoff and parameters. The same ranking and grades always give
/// the same number, and it is finite.
package protocol Measure: Sendable {
  /// The measure's name with its cutoff: trec_eval's where it has one, `title` otherwise.
  var name: String { get }

  /// The measure's name as ir_measures spells it, such as `nDCG@10`.
  var title: String { get }

  /// What is computed, in one sentence.
  var definition: String { get }

  /// The rank below which nothing counts, or `nil` when the whole ranking does.
  var cutoff: Int? { get }

  /// How the scores of many queries become one number.
  var summary: MeasureSummary { get }

  /// The score of one query.
  func score(_ topic: JudgedRanking) -> Double

  /// What the score of one query is made of, rank by rank; `nil` for a count and for what no rank adds to.
  ///
  /// The terms sum to the score, but for rounding in the last digits.
  func terms(_ topic: JudgedRanking) -> MeasureTerms?

  /// What a document with `grade` (0 or more) is worth to the measure, which never falls when documents of more worth
  /// come first; `nil` for a measure that does not reward relevance.
  func worth(of grade: Int, in topic: JudgedRanking) -> Double?

  /// How much the score could still grow by what the ranking does not say: the weight of unjudged ranks and of those
  /// after its end; `nil` for a measure whose ranks have no weight of their own.
  func residual(_ topic: JudgedRanking) -> Double?
}

extension Measure {
  package var title: String { name }
  package var cutoff: Int? { nil }
  package var summary: MeasureSummary { .mean }
  package func terms(_ topic: JudgedRanking) -> MeasureTerms? { nil }
  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? { nil }
  package func residual(_ topic: JudgedRanking) -> Double? { nil }

  /// The score of one query whose ranking and grades are not joined yet.
  ///
  /// The ranking has each document at most once, best first; the grades are all that the query has.
  package func score(ranking: [DocumentID], grades: [DocumentID: Int]) -> Double {
    score(JudgedRanking(ranking: ranking, grades: grades))
  }
}

/// How the scores of many queries become one number.
package enum MeasureSummary: Hashable, Sendable {
  /// The arithmetic mean over all judged queries; one that the run lacks counts as it scores, usually 0.
  case mean
  /// The mean over the judged queries for which anything was returned.
  case meanOfAnswered
  /// The exponential of the mean: the scores are logarithms, and are shown for no single query.
  case geometricMean
  /// The sum: the scores are counts.
  case sum
  /// The number of judged queries, shown for no single query.
  case queryCount

  /// Whether the values are whole numbers, printed without decimals.
  package var isCount: Bool { self == .sum || self == .queryCount }
  /// Whether a query's own value means something.
  package var hasQueryValues: Bool { self != .geometricMean && self != .queryCount }
}
