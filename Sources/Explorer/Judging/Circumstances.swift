package import Relevance

/// How an item was seen when something was said about it.
package struct Circumstances: Hashable, Sendable {
  /// Where it was seen; `nil` when that is not known.
  package let seen: Sighting?
  /// Whether score, rank and column were hidden.
  package let isBlind: Bool
  /// How long it had been looked at, in milliseconds; `nil` when that is not known.
  package let milliseconds: Int?

  /// Makes circumstances; by itself, nothing is known of them.
  package init(seen: Sighting? = nil, isBlind: Bool = false, milliseconds: Int? = nil) {
    self.seen = seen
    self.isBlind = isBlind
    self.milliseconds = milliseconds
  }
}
