internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage
internal import Synchronization

/// Makes the queues of the Label view: ranks the queries, unites what the columns found and puts it in order.
///
/// Rankings and what was read of items are kept while the columns stay, and what is known of a query while its grades
/// stay, so that a queue after a decision costs one query's work. Used from one thread.
final class LabelQueueBuilder: Sendable {
  private struct State {
    var columns: [QueueColumn] = []
    var depth = 0
    var index: String?
    var rankings: [String: RankedQuery] = [:]
    var contests: [String: JudgedContest] = [:]
    /// What was read of items, by ordinal; a session hides brands throughout or never.
    var readings: [UInt32: Reading] = [:]
  }

  private let assessor: String
  private let measure = NDCG(cutoff: Standing.cutoff)
  private let state = Mutex(State())

  init(assessor: String) {
    self.assessor = assessor
  }

  /// The queue that is asked for.
  /// - Throws: what ranking a query or reading an item throws.
  func queue(_ request: QueueRequest, of workspace: Workspace) throws -> LabelQueue {
    try state.withLock { state in
      let index = "\(workspace.archive.generation)"
      if state.columns != request.scope.columns || state.depth != request.scope.depth || state.index != index
      {
        state = State(columns: request.scope.columns, depth: request.scope.depth, index: index)
      }
      return try queue(request, of: workspace, &state)
    }
  }

  private func queue(
    _ request: QueueRequest, of workspace: Workspace, _ state: inout State
  ) throws -> LabelQueue {
    var entries: [(entry: Entry, query: Query, ranked: RankedQuery)] = []
    var settled = 0
    var contests: [JudgedContest] = []
    for query in request.scope.queries {
      let ranked = try rank(query, request, workspace, &state)
      let contest = judge(query, ranked, request, &state)
      let pool = Pool(of: ranked.rankings, depth: request.scope.depth)
      let queued = order(pool, query, ranked, contest, request)
      settled += pool.items.count - queued.count { $0.isPooled }
      contests.append(contest)
      entries += queued.map { ($0, query, ranked) }
    }
    if request.scope.order == .impact, request.scope.queries.count > 1 {
      // Between queries, too, what changes the difference most comes first; equals stay in the queries' order.
      entries = entries.enumerated()
        .sorted { ($1.element.entry.swing, $0.offset) < ($0.element.entry.swing, $1.offset) }.map(\.element)
    }
    return LabelQueue(
      tasks: try entries.compactMap { try task($0.entry, $0.query, $0.ranked, request, workspace, &state) },
      settled: settled, stopping: request.scope.columns.count < 2 ? nil : stopping(contests))
  }

  private func stopping(_ contests: [JudgedContest]) -> StoppingPoint {
    StoppingPoint(
      differences: contests.map(\.difference), intervals: contests.map(\.interval),
      unjudged: contests.reduce(0) { $0 + $1.unjudged })
  }

  private func rank(
    _ query: Query, _ request: QueueRequest, _ workspace: Workspace, _ state: inout State
  ) throws -> RankedQuery {
    if let known = state.rankings[query.id], known.text == query.text { return known }
    let ranked = try RankedQuery(query, columns: request.scope.columns, workspace: workspace)
    state.rankings[query.id] = ranked
    return ranked
  }

  /// What the first two columns' difference depends on for a query.
  private func judge(
    _ query: Query, _ ranked: RankedQuery, _ request: QueueRequest, _ state: inout State
  ) -> JudgedContest {
    let grades = request.grades[query.id]
    if let known = state.contests[query.id], known.grades == grades, known.text == query.text { return known }
    let contest = JudgedContest(
      Contest(
        left: Array(ranked.rankings.first?.prefix(Standing.cutoff) ?? []),
        right: ranked.rankings.count > 1 ? Array(ranked.rankings[1].prefix(Standing.cutoff)) : [],
        grades: grades, possible: request.scale.grades),
      text: query.text, measure: measure)
    state.contests[query.id] = contest
    return contest
  }

  /// The items of a query that are to be judged, those that were skipped last.
  private func order(
    _ pool: Pool, _ query: Query, _ ranked: RankedQuery, _ contest: JudgedContest, _ request: QueueRequest
  ) -> [Entry] {
    let opinions = request.opinions[query.id] ?? [:]
    // Somebody else's grade does not spare this assessor from looking.
    let settled = opinions.filter { $0.value.isSettled && $0.key != request.wanted }
    let known = settled.mapValues { $0.answer.grade ?? 0 }
    let items: [PooledItem]
    if request.scope.order == .impact {
      let unjudged = pool.unjudged(by: known).enumerated()
      items = unjudged.sorted {
        (contest.swing(of: $1.element.item), $0.offset) < (contest.swing(of: $0.element.item), $1.offset)
      }.map(\.element)
    } else {
      items = request.scope.order.items(
        of: ranked.rankings, depth: request.scope.depth, grades: known, measure: measure,
        possible: request.scale.grades, blind: BlindOrder(assessor: assessor, queryID: query.id))
    }
    var entries = items.map {
      Entry(id: $0.item, ranks: $0.ranks, swing: contest.swing(of: $0.item), isPooled: true)
    }
    let isSkipped = { (entry: Entry) in opinions[entry.id]?.answer == .skipped }
    entries = entries.filter { !isSkipped($0) } + entries.filter(isSkipped)
    if let wanted = request.wanted, opinions[wanted] != nil,
      !entries.contains(where: { $0.id == wanted })
    {
      let ranks = ranked.rankings.map { $0.firstIndex(of: wanted).map { $0 + 1 } }
      entries.insert(Entry(id: wanted, ranks: ranks, swing: 0, isPooled: false), at: 0)
    }
    return entries
  }

  private func task(
    _ entry: Entry, _ query: Query, _ ranked: RankedQuery, _ request: QueueRequest, _ workspace: Workspace,
    _ state: inout State
  ) throws -> LabelTask? {
    guard let ordinal = try ranked.ordinals[entry.id] ?? workspace.ordinal(of: entry.id),
      let reading = try state.readings[ordinal]
        ?? workspace.reading(of: ordinal, hidesBrand: request.hidesBrand).map(Reading.init)
    else { return nil }
    state.readings[ordinal] = reading
    let finders = zip(request.scope.columns, entry.ranks).filter { $0.1 != nil }.map(\.0.name)
    return LabelTask(
      query: query, card: reading.card, fields: reading.fields,
      seen: Sighting(
        place: finders.isEmpty ? "label" : finders.joined(separator: " + "),
        rank: entry.ranks.compactMap(\.self).min()),
      ranks: entry.ranks)
  }

  /// An item on its way into the queue.
  private struct Entry {
    let id: DocumentID
    /// Its rank in each column, from 1.
    let ranks: [Int?]
    /// How much its grade alone can change.
    let swing: Double
    /// Whether it is among the first of some column.
    let isPooled: Bool
  }
}

/// What an assessor gets to read of an item.
private struct Reading {
  let card: ItemCard
  let fields: [ItemField]
}

/// What each column returns for a query.
private struct RankedQuery {
  let text: String
  let rankings: [[DocumentID]]
  let ordinals: [DocumentID: UInt32]

  init(_ query: Query, columns: [QueueColumn], workspace: Workspace) throws {
    var rankings: [[DocumentID]] = []
    var ordinals: [DocumentID: UInt32] = [:]
    for column in columns {
      let outcome = workspace.rank(try workspace.resolve(query, plan: column.plan), plan: column.plan)
      let ids = try workspace.ids(of: outcome)
      for (id, item) in zip(ids, outcome.items) { ordinals[id] = item.ordinal }
      rankings.append(ids)
    }
    text = query.text
    self.rankings = rankings
    self.ordinals = ordinals
  }
}

/// A contest with what follows from its grades.
private struct JudgedContest {
  let text: String
  let grades: [DocumentID: Int]
  let difference: Double
  let interval: DifferenceInterval
  let unjudged: Int
  private let swings: [DocumentID: Double]

  init(_ contest: Contest, text: String, measure: NDCG) {
    self.text = text
    grades = contest.grades
    difference = contest.difference(measure)
    interval = contest.interval(of: measure)
    unjudged = contest.unjudged.count
    swings = Dictionary(
      contest.impacts(on: measure).map { ($0.item, $0.swing) }, uniquingKeysWith: { first, _ in first })
  }

  /// How much an item's grade alone can change; nothing where neither returned it.
  func swing(of item: DocumentID) -> Double { swings[item] ?? 0 }
}
