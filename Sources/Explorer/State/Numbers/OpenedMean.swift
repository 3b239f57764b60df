internal import Relevance
internal import Retrieval

/// A mean over queries that was opened: the scores it is the mean of.
package struct OpenedMean: Hashable, Sendable {
  /// Where the scores come from.
  enum Source: Hashable, Sendable {
    /// A column, from 0, over the query set, or over one slice of it.
    case column(Int, slice: String?)
    /// A point of the curves.
    case point(SweepConfiguration)
  }

  /// One score.
  struct Row: Hashable, Sendable {
    let query: Query
    let score: Double
    /// Where the rest went; `nil` where the ranking is not at hand.
    fileprivate(set) var loss: ScoreLoss?
  }

  let source: Source
  /// What ranks, in words.
  let name: String
  /// What ranks.
  let plan: SearchPlan
  /// What was measured, and with which grades.
  let measure: MeasureChoice
  /// The scores, the lowest first, then in the order of the set.
  private(set) var rows: [Row]
  /// The mean, with its interval once that is worked out.
  private(set) var estimate: MeanEstimate
  /// The loss in the mean; `nil` until it is known, and for a measure that does not reward relevance.
  private(set) var loss: ScoreLoss?
  /// The share of the queries' first items that are judged; `nil` without any.
  let coverage: Double?
  /// Whether the rows came with what their rankings lost.
  let hasRankings: Bool
  /// Whether queries were left to be ranked when it was opened.
  let isPartial: Bool
  /// The request for what was not known at first; `nil` until it is made.
  var generation: Int?
  /// Whether the answer to that is there.
  private(set) var isComplete = false
  /// Which row commands go to.
  var cursor = 0
  /// How many rows are scrolled away.
  var scroll = 0

  /// Opens a mean; `estimate` is without an interval when it is not known yet.
  init(
    _ source: Source, name: String, plan: SearchPlan, measure: MeasureChoice, rows: [Row],
    estimate: MeanEstimate? = nil, coverage: Double? = nil, hasRankings: Bool, isPartial: Bool = false
  ) {
    self.source = source
    self.name = name
    self.plan = plan
    self.measure = measure
    self.rows = rows.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
      .map(\.element)
    self.estimate = estimate ?? MeanEstimate(mean: Sample.mean(rows.map(\.score)) ?? 0, interval: nil)
    self.coverage = coverage
    self.hasRankings = hasRankings
    self.isPartial = isPartial
    loss = Self.loss(of: rows)
  }

  /// Takes what was not known at first, unless it is stale.
  mutating func take(_ reply: OpenMeanReply) {
    guard reply.generation == generation else { return }
    isComplete = true
    estimate = MeanEstimate(mean: estimate.mean, interval: reply.interval)
    guard let losses = reply.losses else { return }
    for (place, loss) in zip(rows.indices, losses) { rows[place].loss = loss }
    loss = Self.loss(of: rows)
  }

  private static func loss(of rows: [Row]) -> ScoreLoss? {
    let losses = rows.compactMap(\.loss)
    return losses.count == rows.count ? .mean(losses) : nil
  }
}
