internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage

/// Measures curves and funnel for the explorer as `assay sweep` does, and hands on what is known a part at a time.
struct CurveMeasuring {
  let workspace: Workspace
  let request: MeasureCurvesRequest
  let isEnded: () -> Bool
  let send: (MeasureCurvesReply.Part) -> Void

  /// Works until the end or until `isEnded` says so.
  func run() {
    do {
      let queries = try queries
      let subject = request.subject
      let count = queries.resolved.count
      let funnelSteps =
        workspace.searcher.dense == nil
        ? 0
        : (subject.stages.count + 1) * count + subject.stages.count * CurveSubject.shortlists.count
          * Sweep.steps(ofScoreOver: count)
      let sweep = sweep(queries)
      let watch = PartsWatch(total: sweep.stepCount + funnelSteps, isEnded: isEnded) { done, total in
        send(.progress(done: min(done, total), total: total))
      }
      send(.curves(try sweep.watched(by: watch).run(), queries: queries.compared.queries))
      send(.funnel(try funnel(queries, watch)))
    } catch is PartsWatch.Ended {
    } catch {
      send(.failed("\(error)"))
    }
  }

  /// The judged queries that can be read; what the query language refuses is left out, as in the other views.
  private var queries: SweptQueries {
    get throws {
      let full = DenseLane(
        dimensions: request.subject.dimensions.last ?? 1, textShare: request.subject.textShare)
      let plan = SearchPlan(dense: full, lexical: request.subject.lexical, depth: 1)
      var set = QuerySet()
      var resolved: [QueryID: SearchQuery] = [:]
      for query in request.subject.queries {
        if isEnded() { throw PartsWatch.Ended() }
        guard let search = try? workspace.resolve(query, plan: plan) else { continue }
        set.append(query)
        resolved[query.id] = search
      }
      guard !resolved.isEmpty else { throw CommandFailure.data("none of the judged queries can be read") }
      let compared = ComparedQueries(qrels: request.subject.qrels, set: set, choices: [])
      return SweptQueries(
        compared, resolved: compared.queries.compactMap { resolved[$0.id] },
        names: try workspace.archive.items().ids())
    }
  }

  private func sweep(_ queries: SweptQueries) -> Sweep {
    let template = SearchPlan(dense: nil, lexical: request.subject.lexical, depth: CurveSubject.depth)
    return Sweep(
      workspace: workspace, queries: queries, measures: MeasureChoice.allCases.map(\.measure),
      configurations: configurations, template: template, rounds: 1,
      bootstrap: Bootstrap(seed: ComparePairRequest.seed), watch: Unwatched())
  }

  /// Without vectors, or without a lexical index, what is left.
  private var configurations: [SweepConfiguration] {
    request.subject.configurations.filter { configuration in
      (configuration.dense == nil || workspace.searcher.dense != nil)
        && (configuration.mode == .dense || workspace.searcher.lexical != nil)
    }
  }

  private func funnel(_ queries: SweptQueries, _ watch: PartsWatch) throws -> FunnelAnswer {
    let bootstrap = Bootstrap(seed: ComparePairRequest.seed)
    guard workspace.searcher.dense != nil else {
      return FunnelAnswer(
        Funnel(
          fullDimensions: 0, level: CurveSubject.relevantGrade, shortlists: CurveSubject.shortlists,
          stages: [],
          bootstrap: bootstrap), titles: [:])
    }
    let outcome = try FunnelMeasurement(
      workspace: workspace, queries: queries, level: CurveSubject.relevantGrade,
      textShare: request.subject.textShare, shortlists: CurveSubject.shortlists, bootstrap: bootstrap,
      watch: watch
    ).run(request.subject.stages)
    let titles = titles(of: outcome.funnel)
    return try FunnelAnswer(outcome.funnel, titles: titles) {
      try watch.step(counting: Sweep.steps(ofScoreOver: queries.resolved.count))
    }
  }

  /// What the relevant items are called; one that can't be read is known by its id.
  private func titles(of funnel: Funnel) -> [DocumentID: String] {
    var titles: [DocumentID: String] = [:]
    for document in Set(funnel.stages.first?.places.map(\.document) ?? []) {
      guard let ordinal = try? workspace.ordinal(of: document) else { continue }
      titles[document] = (try? workspace.cards(of: [ordinal]))?.first?.title
    }
    return titles
  }
}
