/// Why a search could not be run.
package struct SearchFailure: Hashable, Sendable {
  /// What happened and what to do.
  package let message: String
  /// The characters of the query that could not be read, empty where something is missing; `nil` when the query is
  /// not to blame.
  package let range: Range<Int>?
  /// Whether it passes by itself: the model is being loaded.
  package let isPassing: Bool

  /// Makes a failure.
  package init(_ message: String, range: Range<Int>? = nil, isPassing: Bool = false) {
    self.message = message
    self.range = range
    self.isPassing = isPassing
  }
}
