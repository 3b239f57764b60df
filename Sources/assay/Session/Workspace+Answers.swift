internal import Embeddings
internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage

/// What the explorer asks, answered.
extension Workspace {
  /// Answers a column's search.
  func search(_ request: SearchRequest) throws -> SearchReply {
    let start = ContinuousClock.now
    let hints = hints(on: request.query).map(\.message)
    var plan = request.plan
    let typed = request.query.read(request.typing)
    let (query, shortfall) = try resolveNow(typed, typing: request.typing, plan: &plan)
    if request.plan.dense == nil { try WordsAlone.check(query, for: plan) }
    if query.isEmpty, let fault = namesNothing(typed, request) {
      return SearchReply(
        column: request.column, generation: request.generation,
        outcome: SearchOutcome(items: [], matched: 0, exactness: .scanned), cards: [], hints: hints,
        unfinished: SearchFailure(fault.message, range: fault.range), absence: fault.message, seconds: 0)
    }
    let outcome = rank(query, plan: plan)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return SearchReply(
      column: request.column, generation: request.generation, outcome: outcome,
      cards: try cards(of: outcome), hints: hints,
      unfinished: request.typing == .finished ? nil : unfinished(request.query, plan: request.plan),
      absence: query.eligible?.isEmpty == true
        ? try emptyFilter(in: typed, plan: request.plan, isTyping: request.typing != .finished)?.description
        : nil,
      shortfall: shortfall, seconds: seconds)
  }

  /// What a query that is being typed asks for alone and that names nothing yet: an id or a picture.
  ///
  /// The catalogue in its order would look like the answer to it. `nil` when something else is asked for, such as a
  /// filter, half typed or whole; what its column filters by does not matter.
  private func namesNothing(_ typed: Query, _ request: SearchRequest) -> QueryError? {
    guard request.typing != .finished, !request.query.text.isEmpty,
      (try? side(for: request.plan).resolver.parse(typed.text)) != nil
    else { return nil }
    var plan = request.plan
    plan.filter = ""
    do {
      let own = try resolve(typed, plan: plan, isTyping: true, waits: false)
      guard own.eligible == nil else { return nil }
      _ = try resolve(typed, plan: plan, waits: false)
      return nil
    } catch {
      return error as? QueryError
    }
  }

  /// Which filter lets nothing through; `nil` when each lets something through.
  func emptyFilter(
    in query: Query, plan: SearchPlan, isTyping: Bool = false
  ) throws(StorageError) -> EmptyFilter? {
    try side(for: plan).resolver.emptyFilter(in: query, narrowedBy: plan.filter, isTyping: isTyping)
  }

  /// What of a query could not be read if it ended here; `nil` when nothing is wrong with it.
  private func unfinished(_ query: Query, plan: SearchPlan) -> SearchFailure? {
    side(for: plan).resolver.fault(in: query.text).map { SearchFailure($0.message, range: $0.range) }
  }

  /// What has to be derived before a plan can be executed without a long wait: lanes of one stage.
  func underived(_ plan: SearchPlan) -> [DenseLane] {
    plan.dense.flatMap { lane in side(for: plan).searcher.dense?.underived(lane) } ?? []
  }

  /// Derives what some plans need, one after the other, so that no search has to.
  /// - Parameters:
  ///   - plans: what will be executed.
  ///   - isEnded: whether the work is of no use any more; asked from any thread.
  ///   - tell: takes the share of what is being derived that is done, 0…1; called from any thread, every few
  ///     milliseconds.
  /// - Returns: whether everything is there.
  func derive(
    for plans: [SearchPlan], isEnded: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (_ share: Double) -> Void
  ) -> Bool {
    for plan in plans {
      for lane in underived(plan) {
        let watch = DerivationWatch(isEnded: isEnded, tell: tell)
        guard side(for: plan).searcher.dense?.derive(lane, watch: watch) == true else { return false }
      }
    }
    return true
  }

  /// Gets the rankings of a query at other lengths of the vectors ready, so that moving there costs next to nothing.
  ///
  /// Leaves off when `isCancelled` says so, asked from any thread.
  func prepare(_ request: PrepareRequest, isCancelled: @escaping @Sendable () -> Bool) {
    guard let lane = request.plan.dense, let dense = side(for: request.plan).searcher.dense,
      let query = try? resolve(
        request.query.read(request.typing), plan: request.plan, isTyping: request.typing != .finished,
        waits: false),
      let vector = query.vector
    else { return }
    dense.completePrefixes(of: vector, textShare: lane.textShare, isCancelled: isCancelled)
  }

  /// Says where a column ranks an item.
  func locate(_ request: LocateRequest) throws -> WhyNot {
    let query = try resolve(
      request.query.read(request.typing), plan: request.plan, isTyping: request.typing != .finished)
    return whyNot(request.ordinal, query: query, plan: request.plan)
  }

  /// Answers the detail pane.
  func inspect(_ request: InspectRequest) throws -> InspectReply {
    let fields = try store.fields(of: request.ordinal).map { ItemField(name: $0.name, value: $0.value) }
    var plan = request.plan
    let query = try resolveNow(
      request.query.read(request.typing), typing: request.typing, plan: &plan
    ).query
    let explanation = explain(request.ordinal, query: query, plan: plan)
    return InspectReply(
      generation: request.generation, ordinal: request.ordinal, fields: fields, explanation: explanation)
  }
  /// Turns a query into what can be searched for now: by the lexical lane alone while there is no vector.
  ///
  /// Leaves the dense lane out of `plan` then. Throws as `resolve` does, and `AwaitedVector` when nothing but the vector
  /// would answer.
  /// - Returns: what is searched for, and why the dense lane is left out.
  private func resolveNow(
    _ query: Query, typing: Typing, plan: inout SearchPlan
  ) throws -> (query: SearchQuery, shortfall: String?) {
    let isTyping = typing != .finished
    let reason: String
    do {
      return (try resolve(query, plan: plan, isTyping: isTyping, waits: false), nil)
    } catch EncoderError.unavailable(let problem) where plan.lexical != nil && plan.dense != nil {
      reason = problem
    } catch EncoderError.unencodable(let problem) where plan.lexical != nil && plan.dense != nil {
      // Such as words to a model of pictures only.
      reason = problem
    } catch let awaited as AwaitedVector where plan.lexical != nil {
      reason = "\(awaited)"
    }
    // Half an answer now beats none; the whole one follows when the vector is there.
    plan.dense = nil
    return (try resolve(query, plan: plan, isTyping: isTyping), reason)
  }

  /// Finds out how a query that is being typed may go on.
  func complete(_ request: CompletionRequest) throws(StorageError) -> CompletionReply {
    let folders = [pictures?.path].compactMap(\.self)
    return try QueryCompleter(store: store, fields: resolver.fields, pictureFolders: folders).complete(
      request)
  }
}

extension Query {
  /// The query as it is read while it is being typed: a blank at its end says that its last word is whole.
  fileprivate func read(_ typing: Typing) -> Query {
    guard typing == .betweenWords else { return self }
    return Query(id: id, text: text + " ", kind: kind, split: split, image: image)
  }
}
