internal import Explorer
internal import Logging
internal import Relevance

/// What takes long: it tells how far it is, and ends as soon as `isEnded` says that nobody wants it any more.
extension Answers {
  /// Makes a queue of items to judge.
  func queue(_ request: QueueRequest, isEnded: @escaping @Sendable () -> Bool) {
    let total = request.scope.queries.count
    let watch = PartsWatch(total: total, isEnded: isEnded) { done, total in
      send(.queueProgress(QueueProgress(generation: request.generation, done: done, total: total)))
    }
    let deriving = Telling { share in
      send(
        .queueProgress(
          QueueProgress(generation: request.generation, done: 0, total: total, derivation: share)))
    }
    do {
      let workspace = workspace.current
      let queue = try builder.queue(request, of: workspace, watch: watch) { plans in
        guard workspace.derive(for: plans, isEnded: isEnded, tell: deriving.tell) else {
          throw PartsWatch.Ended()
        }
      }
      send(.queued(generation: request.generation, queue))
    } catch is PartsWatch.Ended {
    } catch {
      logger.error("no queue", metadata: ["error": "\(error)"])
      send(.queueFailed(generation: request.generation, message: "\(error)"))
    }
  }

  /// Ranks the query set, a part at a time.
  func rankQueries(_ request: RankQueriesRequest, isEnded: @escaping @Sendable () -> Bool) {
    let workspace = workspace.current
    let deriving = Telling { send(.derivingForQueries(generation: request.generation, share: $0)) }
    guard workspace.derive(for: request.jobs.map(\.plan), isEnded: isEnded, tell: deriving.tell) else {
      return
    }
    QuerySetRanking(workspace: workspace, request: request, logger: logger)
      .run(isEnded: isEnded) { send(.rankedQueries($0)) }
  }

  /// Judges two columns over the query set.
  func comparePair(_ request: ComparePairRequest, isEnded: @escaping @Sendable () -> Bool) {
    if let reply = request.answer(isCancelled: isEnded) { send(.comparedPair(reply)) }
  }

  /// Measures lengths and precisions, a part at a time.
  func measureCurves(_ request: MeasureCurvesRequest, isEnded: @escaping @Sendable () -> Bool) {
    let side = workspace.current.side(request.subject.model)
    CurveMeasuring(workspace: side, request: request, isEnded: isEnded) { part in
      send(.measuredCurves(MeasureCurvesReply(generation: request.generation, part)))
    }.run()
  }

  /// Scores every item of the catalogue, a part at a time.
  func findAll(_ request: FindAllRequest, isEnded: @escaping @Sendable () -> Bool) {
    FindingAll(workspace: workspace.current, request: request, logger: logger, isEnded: isEnded) { part in
      send(.foundAll(FindAllReply(generation: request.generation, part)))
    }.run()
  }

  /// Works out what an open mean does not say yet.
  func openMean(_ request: OpenMeanRequest, isEnded: @escaping @Sendable () -> Bool) {
    let workspace = workspace.current
    let reply = request.answer(isCancelled: isEnded) { query in
      let search = try workspace.resolve(query, plan: request.plan)
      return try workspace.ids(of: workspace.rank(search, plan: request.plan))
    }
    if let reply { send(.openedMean(reply)) }
  }
}
