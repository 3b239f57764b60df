/// Why a search could not be run.
package struct SearchFailure: Hashable, Sendable {
  /// What happened and what to do.
  package let message: String
  /// The characters of the query that could not be read, empty where something is missing; `nil` when the query is
  /// not to blame.
  package let range: Range<Int>?

  /// Makes a failure.
  package init(_ message: String, range: Range<Int>? = nil) {
    self.message = message
    self.range = range
  }
}
