internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage
internal import Synchronization

/// Makes the queues of the Label view: ranks the queries, unites what the columns found and puts it in order.
///
/// Rankings and what was read of items are kept while the columns stay, and what is known of a query while its grades,
/// the measure and the compared columns stay, so that a queue after a decision costs one query's work, and one that was
/// stopped goes on where it was. Used from one thread.
final class LabelQueueBuilder: Sendable {
  private struct State {
    var columns: [QueueColumn] = []
    var index: String?
    var rankings: [QueryID: RankedQuery] = [:]
    var measure = MeasureChoice.ndcg
    var pair: ColumnPair?
    var contests: [QueryID: JudgedContest] = [:]
    /// What was read of items, by ordinal; a session hides brands throughout or never.
    var readings: [UInt32: Reading] = [:]

    /// Forgets what is of no use for a request.
    mutating func fit(_ scope: QueueScope, index: String) {
      if columns != scope.columns || self.index != index {
        self = State(columns: scope.columns, index: index)
      }
      if measure != scope.measure || pair != scope.pair {
        contests = [:]
        (measure, pair) = (scope.measure, scope.pair)
      }
    }
  }

  /// What an assessor gets to read of an item.
  private struct Reading {
    let card: ItemCard
    let fields: [ItemField]
  }

  private let assessor: String
  private let state = Mutex(State())

  init(assessor: String) {
    self.assessor = assessor
  }

  /// Makes the queue that is asked for; `watch` takes a step for each query, and `prepare` gets ready what the columns'
  /// plans need before the first query is ranked.
  /// - Throws: what `prepare` throws, what ranking a query or reading an item throws, and what `watch` throws to end the work.
  func queue(
    _ request: QueueRequest, of workspace: Workspace, watch: any StepWatch = Unwatched(),
    preparing prepare: ([SearchPlan]) throws -> Void = { _ in }
  ) throws -> LabelQueue {
    try state.withLock { state in
      state.fit(request.scope, index: "\(workspace.archive.generation)")
      if request.scope.queries.contains(where: { state.rankings[$0.id]?.query != $0 }) {
        try prepare(request.scope.columns.map(\.plan))
      }
      return try queue(request, of: workspace, &state, watch)
    }
  }

  private func queue(
    _ request: QueueRequest, of workspace: Workspace, _ state: inout State, _ watch: any StepWatch
  ) throws -> LabelQueue {
    var queued: [QueuedQuery] = []
    var contests: [JudgedContest] = []
    watch.begin(request.scope.queries.count)
    for query in request.scope.queries {
      try watch.step()
      let ranked = try rank(query, request, workspace, &state)
      let contest = judge(ranked, request, &state)
      queued.append(QueuedQuery(ranked, contest, for: request, assessor: assessor))
      if let contest { contests.append(contest) }
    }
    let tasks = try Self.ordered(queued, by: request.scope.order).compactMap { entry, ranked in
      try task(entry, ranked, request, workspace, &state)
    }
    watch.finish()
    return LabelQueue(
      tasks: tasks, settled: queued.reduce(0) { $0 + $1.settled },
      stopping: request.scope.pair == nil ? nil : Self.stopping(contests))
  }

  /// The items of all queries in the order in which they come: query by query, but for impact, where also between
  /// queries what changes the difference most comes first, equals in the queries' order.
  private static func ordered(
    _ queued: [QueuedQuery], by order: LabellingOrder
  ) -> [(entry: QueuedQuery.Entry, ranked: RankedQuery)] {
    let entries = queued.flatMap { query in query.entries.map { (entry: $0, ranked: query.ranked) } }
    guard order == .impact, queued.count > 1 else { return entries }
    return entries.enumerated()
      .sorted { ($1.element.entry.swing, $0.offset) < ($0.element.entry.swing, $1.offset) }.map(\.element)
  }

  private static func stopping(_ contests: [JudgedContest]) -> StoppingPoint {
    StoppingPoint(
      differences: contests.map(\.difference), intervals: contests.map(\.interval),
      unjudged: contests.reduce(0) { $0 + $1.stake.returned.count },
      normalising: contests.reduce(0) { $0 + $1.stake.normalising.count })
  }

  private func rank(
    _ query: Query, _ request: QueueRequest, _ workspace: Workspace, _ state: inout State
  ) throws -> RankedQuery {
    if let known = state.rankings[query.id], known.query == query { return known }
    let ranked = try RankedQuery(query, columns: request.scope.columns, workspace: workspace)
    state.rankings[query.id] = ranked
    state.contests[query.id] = nil
    return ranked
  }

  /// What the compared columns' difference depends on for a query; `nil` when none are compared.
  private func judge(
    _ ranked: RankedQuery, _ request: QueueRequest, _ state: inout State
  ) -> JudgedContest? {
    guard let pair = request.scope.pair else { return nil }
    let grades = request.grades[ranked.query.id]
    if let known = state.contests[ranked.query.id], known.grades == grades { return known }
    let contest = JudgedContest(
      ranked, pair, by: request.scope.measure.measure, grades: grades, possible: request.scale.grades)
    state.contests[ranked.query.id] = contest
    return contest
  }

  private func task(
    _ entry: QueuedQuery.Entry, _ ranked: RankedQuery, _ request: QueueRequest, _ workspace: Workspace,
    _ state: inout State
  ) throws -> LabelTask? {
    guard let ordinal = try ranked.ordinals[entry.id] ?? workspace.ordinal(of: entry.id),
      let reading = try state.readings[ordinal]
        ?? workspace.reading(of: ordinal, hidesBrand: request.hidesBrand).map(Reading.init)
    else { return nil }
    state.readings[ordinal] = reading
    let finders = zip(request.scope.columns, entry.ranks).filter { $0.1 != nil }.map(\.0.name)
    return LabelTask(
      query: ranked.query, card: reading.card, fields: reading.fields,
      seen: Sighting(
        place: finders.isEmpty ? "label" : finders.joined(separator: " + "),
        rank: entry.ranks.compactMap(\.self).min()),
      ranks: entry.ranks)
  }
}
