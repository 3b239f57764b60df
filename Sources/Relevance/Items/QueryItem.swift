/// One item for one query: what a grade is about.
package struct QueryItem: Hashable, Sendable {
  /// The query.
  package let query: QueryID
  /// The item.
  package let item: DocumentID

  /// Names an item for a query.
  package init(_ query: QueryID, _ item: DocumentID) {
    self.query = query
    self.item = item
  }
}

extension QueryItem: Comparable {
  /// By the bytes of the query's id, then of the item's.
  package static func < (left: QueryItem, right: QueryItem) -> Bool {
    left.query == right.query ? left.item < right.item : left.query < right.query
  }
}
