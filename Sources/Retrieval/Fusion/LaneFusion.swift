/// How the lanes of a plan become one score: a rule that turns a lane's own score into a summand.
///
/// Guarantees every implementation gives: an item the lane did not score gets no summand; the summand depends on
/// the lane's whole ranking and never on how much of it is shown; a lane that scored nothing leaves the order of
/// the other exactly as it is.
protocol LaneFusion: Sendable {
  /// What `lane` adds to the score of `ordinal`, or `nil` when it did not score the item.
  func contribution(of lane: Lane, ranking: LaneRanking, to ordinal: UInt32) -> Double?

  /// The same number with its arithmetic; `raw` explains the lane's own score.
  func explanation(of lane: Lane, ranking: LaneRanking, to ordinal: UInt32, raw: Explanation) -> Explanation

  /// The rule in words, with its parameters.
  var label: String { get }
}

/// The lanes a plan may have.
enum Lane: String, CaseIterable, Hashable, Sendable {
  /// Cosine of embeddings.
  case dense
  /// BM25F over the text fields.
  case lexical
}
