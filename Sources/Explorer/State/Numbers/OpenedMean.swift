internal import Relevance
internal import Retrieval

/// A mean over queries that was opened: the scores it is the mean of.
package struct OpenedMean: Hashable, Sendable {
  /// Where the scores come from.
  enum Source: Hashable, Sendable {
    /// A column, from 0, over the query set.
    case column(Int)
    /// A point of the curves.
    case point(SweepConfiguration)
  }

  /// One score.
  struct Row: Hashable, Sendable {
    let query: Query
    let score: Double
    /// Where the rest went; `nil` where the ranking is not at hand.
    let loss: ScoreLoss?
  }

  let source: Source
  /// What ranks, in words.
  let name: String
  /// What ranks.
  let plan: SearchPlan
  /// What was measured, and with which grades.
  let measure: MeasureChoice
  /// The scores, the lowest first, then in the order of the set.
  let rows: [Row]
  /// The mean with its interval, where that was worked out.
  let estimate: MeanEstimate
  /// The loss in the mean; `nil` where the rankings are not at hand.
  let loss: ScoreLoss?
  /// Which row commands go to.
  var cursor = 0
  /// How many rows are scrolled away.
  var scroll = 0

  /// Opens a mean; `estimate` is worked out without an interval when it is not known.
  init(
    _ source: Source, name: String, plan: SearchPlan, measure: MeasureChoice, rows: [Row],
    estimate: MeanEstimate? = nil
  ) {
    self.source = source
    self.name = name
    self.plan = plan
    self.measure = measure
    self.rows = rows.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
      .map(\.element)
    self.estimate = estimate ?? MeanEstimate(mean: Sample.mean(rows.map(\.score)) ?? 0, interval: nil)
    let losses = rows.compactMap(\.loss)
    loss = losses.count == rows.count ? .mean(losses) : nil
  }
}
