internal import Relevance

/// An item that was flagged for a query.
struct FlaggedItem: Hashable, Sendable {
  let query: Query
  let item: DocumentID
}
