internal import Explorer
internal import Relevance
internal import Retrieval

/// What each column returns for a query.
struct RankedQuery {
  /// What was asked.
  let query: Query
  /// The items by column, best first.
  let rankings: [[DocumentID]]
  /// The ordinals of the items.
  let ordinals: [DocumentID: UInt32]

  /// Takes rankings that are known.
  init(_ query: Query, rankings: [[DocumentID]], ordinals: [DocumentID: UInt32]) {
    self.query = query
    self.rankings = rankings
    self.ordinals = ordinals
  }

  /// Ranks the query for each column.
  /// - Throws: what reading the query or the items' ids throws.
  init(_ query: Query, columns: [QueueColumn], workspace: Workspace) throws {
    var rankings: [[DocumentID]] = []
    var ordinals: [DocumentID: UInt32] = [:]
    for column in columns {
      let outcome = workspace.rank(try workspace.resolve(query, plan: column.plan), plan: column.plan)
      let ids = try workspace.ids(of: outcome)
      for (id, item) in zip(ids, outcome.items) { ordinals[id] = item.ordinal }
      rankings.append(ids)
    }
    self.init(query, rankings: rankings, ordinals: ordinals)
  }
}
