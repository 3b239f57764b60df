/// Why a search could not be run, or not yet.
package struct SearchFailure: Hashable, Sendable {
  /// What happened and what to do.
  package let message: String
  /// The characters of the query that could not be read, empty where something is missing; `nil` when the query is
  /// not to blame.
  package let range: Range<Int>?
  /// What is waited for, after which it is searched again; `nil` when the search failed for good.
  package let awaited: Awaited?

  /// What a vector can be waited for.
  package enum Awaited: Hashable, Sendable {
    /// The model is being loaded.
    case model
    /// A server is being asked.
    case server
  }

  /// Makes a failure.
  package init(_ message: String, range: Range<Int>? = nil, awaited: Awaited? = nil) {
    self.message = message
    self.range = range
    self.awaited = awaited
  }
}
