/// What one system returned for each query: rankings by query id.
package struct Run: Hashable, Sendable {
  /// The name of the system, the last column of a TREC run.
  package var tag: String
  /// Query ids in the order in which they were added.
  package private(set) var queries: [QueryID] = []
  private var rankings: [QueryID: [RunEntry]] = [:]

  /// Makes an empty run.
  package init(tag: String) {
    self.tag = tag
  }

  /// The ranking of a query, best first; empty for a query that is not in the run.
  ///
  /// The order is taken as given when set: scores explain it but do not sort it.
  package subscript(query: QueryID) -> [RunEntry] {
    get { rankings[query] ?? [] }
    set {
      if rankings.updateValue(newValue, forKey: query) == nil { queries.append(query) }
    }
  }
}
