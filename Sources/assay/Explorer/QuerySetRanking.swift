internal import Explorer
internal import Logging
internal import Relevance
internal import Retrieval

/// Ranks the queries of a set under the plans of some columns, and hands the rankings on a part at a time.
struct QuerySetRanking {
  let workspace: Workspace
  let request: RankQueriesRequest
  let logger: Logger

  /// How long rankings are kept back, so that the screen is not drawn for each.
  private static let patience = Duration.milliseconds(80)

  /// Works through the set, one query after the other for all columns, until the end or until `isEnded` says so.
  func run(isEnded: () -> Bool, send: (RankQueriesReply) -> Void) {
    let places = Set(request.jobs.flatMap(\.places)).sorted()
    let wanted = request.jobs.map { Set($0.places) }
    var waiting = request.jobs.map { _ in [RankQueriesReply.Answer]() }
    var lastSent = ContinuousClock.now
    func flush() {
      for (index, job) in request.jobs.enumerated() where !waiting[index].isEmpty {
        send(RankQueriesReply(generation: request.generation, column: job.column, answers: waiting[index]))
        waiting[index] = []
      }
      lastSent = .now
    }
    for place in places {
      for (index, job) in request.jobs.enumerated() where wanted[index].contains(place) {
        if isEnded() { return }
        waiting[index].append(RankQueriesReply.Answer(place: place, items: items(place, plan: job.plan)))
      }
      if ContinuousClock.now - lastSent > Self.patience { flush() }
    }
    flush()
  }

  /// What a query returns; `nil` when it can't be answered.
  private func items(_ place: Int, plan: SearchPlan) -> [DocumentID]? {
    let query = request.queries[place]
    do {
      let search = try workspace.resolve(query, plan: plan)
      // Words alone find nothing for a picture: an empty answer, which scores 0 as a run without its lines does.
      return try workspace.ids(of: workspace.rank(search, plan: plan))
    } catch {
      logger.notice("query not answered", metadata: ["query": "\(query.id)", "error": "\(error)"])
      return nil
    }
  }
}
