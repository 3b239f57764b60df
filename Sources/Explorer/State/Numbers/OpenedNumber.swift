/// A number whose arithmetic is open.
package enum OpenedNumber: Hashable, Sendable {
  /// One query's score.
  case score(OpenedScore)
  /// A mean over queries.
  case mean(OpenedMean)
}
