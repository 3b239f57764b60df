/// When a query's filters and exclusions are applied.
package enum Filtering: Hashable, Sendable {
  /// While items are scored: the answer is the best of the eligible items, with ranks and normalisation among them.
  case during
  /// To an answer `oversampling` times as deep as asked for, as engines do that can't filter inside their index: what
  /// is eligible but lies deeper is lost, and the outcome says how much that was.
  case after(oversampling: Int)

  /// The factors that `after` may have.
  package static let oversamplings = 2...5
}
