internal import Relevance
internal import Retrieval
internal import Storage

/// The judged queries of a sweep, resolved once for all configurations.
struct SweptQueries {
  let compared: ComparedQueries
  /// What each query is searched with, in the same order.
  let resolved: [SearchQuery]
  /// The ids of the index's items, by ordinal.
  let names: [DocumentID]

  /// Takes queries that are resolved already, in the order of `compared`.
  init(_ compared: ComparedQueries, resolved: [SearchQuery], names: [DocumentID]) {
    self.compared = compared
    self.resolved = resolved
    self.names = names
  }

  /// Resolves queries for both lanes.
  init(
    _ compared: ComparedQueries, textShare: Double, reading: QueryOptions, workspace: Workspace, set: String,
    interruption: Interruption
  ) throws {
    self.compared = compared
    let full = DenseLane(
      dimensions: workspace.dimensions[workspace.dimensions.count - 1], textShare: textShare)
    let plan = SearchPlan(dense: full, lexical: LexicalLane(), depth: 1)
    resolved = try compared.queries.map { query in
      try interruption.throwIfRequested()
      return try reading.resolve(query, plan: plan, in: workspace, set: set)
    }
    names = try workspace.archive.items().ids()
  }
}

extension Interruption {
  /// Ends work of which nothing is kept.
  func throwIfRequested() throws(CommandFailure) {
    guard wasRequested else { return }
    throw CommandFailure("interrupted; nothing was printed", code: .interrupted)
  }
}
