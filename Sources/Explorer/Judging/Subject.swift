package import Relevance

/// What decisions are about at the moment: an item for a query, and where it shows.
package struct Subject: Hashable, Sendable {
  /// The query judged for.
  package let query: Query
  /// The item judged.
  package let item: DocumentID
  /// Where it shows: the configuration in words, and the rank.
  package let seen: Sighting
  /// Whether score, rank and column are hidden.
  package let isBlind: Bool

  /// Whether both are the same item for the same query, wherever they show.
  func isSamePair(as other: Subject?) -> Bool {
    query.id == other?.query.id && item == other?.item
  }
}

/// Since when the item before the eyes has been there.
package struct Attention: Hashable, Sendable {
  /// What is being looked at.
  package let subject: Subject
  /// When it came, in milliseconds since the session began.
  package let since: Int
}
