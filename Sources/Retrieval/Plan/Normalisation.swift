/// How the scores of one lane's list are made comparable with another's; always over the list that is fused.
package enum Normalisation: String, CaseIterable, Hashable, Sendable {
  /// `(score − low) / (high − low)`, 0…1; the low end of the lexical lane is 0, the score of an item without any
  /// of the query's words.
  case minMax = "min-max"
  /// `(score − mean) / deviation`, in standard deviations of the list; a score below the mean counts against its
  /// item, so that being listed low is worth less than not being listed.
  case zScore = "z-score"
  /// Distribution-based score fusion: `(score − (mean − 3 σ)) / 6 σ`, cut to 0…1.
  case dbsf
}
