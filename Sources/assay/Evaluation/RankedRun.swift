internal import Relevance
internal import Retrieval
internal import Storage

/// What an index returns for the queries of a set, as a run.
enum RankedRun {
  /// Ranks every query.
  ///
  /// `queries` is the file that the set is from, for messages; `interruption` is asked before each query; `refused` takes
  /// why a query can't be run, which is then left out.
  /// - Throws: `CommandFailure` when interrupted and, without `refused`, for a query that can't be run; `IndexDamage` when
  ///   the index turns out broken.
  static func make(
    _ set: QuerySet, from queries: String, in workspace: Workspace, plan: SearchPlan, reading: QueryOptions,
    tag: String, interruption: Interruption? = nil, refused: ((CommandFailure) -> Void)? = nil
  ) throws -> Relevance.Run {
    var run = Relevance.Run(tag: tag)
    for query in set.queries {
      guard interruption?.wasRequested != true else {
        throw CommandFailure("interrupted; nothing was written", code: .interrupted)
      }
      let resolved: SearchQuery
      do {
        resolved = try reading.resolve(query, plan: plan, in: workspace, set: queries)
      } catch let failure as CommandFailure {
        guard let refused else { throw failure }
        refused(failure)
        continue
      }
      let outcome = workspace.rank(resolved, plan: plan)
      let ids = try workspace.ids(of: outcome)
      run[query.id] = zip(ids, outcome.items).map { RunEntry(document: $0, score: $1.score) }
    }
    try workspace.check.refuseDamage()
    return run
  }
}
