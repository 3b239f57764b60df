internal import Explorer
internal import Relevance

/// The items of one query that are to be judged, in order.
struct QueuedQuery {
  /// An item on its way into the queue.
  struct Entry: Hashable {
    /// The item.
    let id: DocumentID
    /// Its rank in each column, from 1.
    let ranks: [Int?]
    /// How much its grade alone can change the difference; 0 where nothing is ordered by that.
    let swing: Double
    /// Whether it is among the first of some column.
    let isPooled: Bool
  }

  /// The query as the columns answer it.
  let ranked: RankedQuery
  /// What is to be judged: what was skipped comes last, a wanted item that the pool does not have first.
  let entries: [Entry]
  /// How many items of the pool were settled before.
  let settled: Int

  /// Puts the pool of a query in the order that is asked for.
  ///
  /// Only what this assessor settled is left out: somebody else's grade does not spare anybody from looking.
  init(
    _ ranked: RankedQuery, _ contest: JudgedContest?, for request: QueueRequest, assessor: String
  ) {
    self.ranked = ranked
    let opinions = request.opinions[ranked.query.id] ?? [:]
    let settled = opinions.filter { $0.value.isSettled && $0.key != request.wanted }
    let pool = Pool(of: ranked.rankings, depth: request.scope.depth)
    let known = settled.mapValues { $0.answer.grade ?? 0 }
    var swings: [DocumentID: Double] = [:]
    let items: [PooledItem]
    if request.scope.order == .impact {
      let open = pool.unjudged(by: known)
      swings = contest?.swings(of: open.map(\.item)) ?? [:]
      items = open.enumerated()
        .sorted { (swings[$1.element.item] ?? 0, $0.offset) < (swings[$0.element.item] ?? 0, $1.offset) }
        .map(\.element)
    } else {
      items = request.scope.order.items(
        of: ranked.rankings, depth: request.scope.depth, grades: known,
        measure: request.scope.measure.measure, possible: request.scale.grades,
        blind: BlindOrder(assessor: assessor, queryID: ranked.query.id))
    }
    let all = items.map { item in
      Entry(id: item.item, ranks: item.ranks, swing: swings[item.item] ?? 0, isPooled: true)
    }
    let isSkipped = { (entry: Entry) in opinions[entry.id]?.answer == .skipped }
    var entries = all.filter { !isSkipped($0) } + all.filter(isSkipped)
    if let wanted = request.wanted, opinions[wanted] != nil, !entries.contains(where: { $0.id == wanted }) {
      let ranks = ranked.rankings.map { $0.firstIndex(of: wanted).map { $0 + 1 } }
      entries.insert(Entry(id: wanted, ranks: ranks, swing: 0, isPooled: false), at: 0)
    }
    self.entries = entries
    self.settled = pool.items.count - entries.count { $0.isPooled }
  }
}
