/// How the scores of one lane's list are made comparable with another's; always over the list that is fused.
package enum Normalisation: String, CaseIterable, Hashable, Sendable {
  /// `(score − low) / (high − low)`, 0…1, where `high` is the list's best score and `low` the least that the lane can
  /// give: −1 for cosines, 0 for BM25F.
  ///
  /// With the list's own least score as the low end the scale would move with the depth of the list, and a list of one
  /// item would have none. Source: "theoretical minimum-maximum" in Bruch, Gai and Ingber, TOIS 2023.
  case minMax = "min-max"
  /// `(score − mean) / deviation`, in standard deviations of the list; a score below the mean counts against its
  /// item, so that being listed low is worth less than not being listed.
  case zScore = "z-score"
  /// Distribution-based score fusion: `(score − (mean − 3 σ)) / 6 σ`, cut to 0…1.
  case dbsf
}
