internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The query set as the columns answer it: rankings, scores, and what follows from them.
package struct QueryBoard: Hashable, Sendable {
  /// What each column returns, by column.
  private(set) var runs: [QuerySetRun] = []
  /// The table, one row for each query in the order of the set.
  private(set) var rows: [QueryRow] = []
  /// The rows in the order shown, as places in the set.
  private(set) var shown: [Int] = []
  /// What is to be said of each column.
  private(set) var summaries: [Summary] = []
  /// How many queries have a judged item.
  private(set) var judgedCount = 0
  /// Cells of the longest slice of the set.
  private(set) var longestSlice = 0
  /// Cells of the longest text of the set.
  private(set) var longestText = 0
  /// The generation of the rankings that are under way; `nil` when none are.
  var generation: Int? {
    didSet { derivation = nil }
  }
  /// How much of the vectors that the rankings under way need is derived, 0…1; `nil` when nothing has to be.
  private(set) var derivation: Double?
  /// What the rows are measured by.
  package internal(set) var measure = MeasureChoice.ndcg
  /// The columns that were chosen to be compared; `nil` while nobody chose.
  package internal(set) var chosenPair: ColumnPair?
  /// How the table is sorted.
  package internal(set) var order = QueryOrder.difference
  /// Whether what would come last comes first; what has no value stays last.
  package internal(set) var isReversed = false
  /// The place in the set of the row that was gone to; `nil` while nobody moved away from the first one shown.
  var chosen: Int?
  /// How many shown rows are scrolled away.
  var scroll = 0
  /// Whether the cursor's row is to stand in the middle, with what is before and after it: somebody came from its query.
  var isCentred = false
  /// Which table shows.
  package internal(set) var page = Page.queries
  /// The slice whose queries are listed; `nil` when all are.
  package private(set) var slice: String?
  /// The slices in the order shown.
  private(set) var slices: [SliceVerdict] = []
  /// Which of them commands go to.
  var sliceCursor = 0
  /// How many of them are scrolled away.
  var sliceScroll = 0
  /// What is known about the compared columns over the whole set.
  var verdict = PairVerdict()
  /// A jump that waits until everything is ranked: its direction.
  var awaitedJump: Int?
  /// What the rows were made of last.
  private var basis: Basis?

  /// What is listed.
  package enum Page: Hashable, Sendable {
    /// A row for each query.
    case queries
    /// A row for each slice of the set.
    case slices
  }

  /// One column over the whole set.
  struct Summary: Hashable, Sendable {
    /// The mean score over the judged queries that are ranked; `nil` without any.
    let mean: Double?
    /// The share of the first items of judged queries that are judged; `nil` without any.
    let coverage: Double?
    /// How many queries can't be answered.
    let failures: Int
  }

  /// What rows are made of, beside the rankings.
  struct Basis: Hashable, Sendable {
    let measure: MeasureChoice
    let reference: Qrels
    let journal: Qrels
    let left: Int
    let right: Int
    let focus: Int

    /// The columns that are compared, or `nil` when there is only one.
    var pair: ColumnPair? { left == right ? nil : ColumnPair(left: left, right: right) }

    /// The grades that count for a query: the reference's or, when it has none, the journal's.
    func grades(of query: Query) -> [DocumentID: Int] {
      let known = reference[query.id]
      return known.isEmpty ? journal[query.id] : known
    }
  }

  /// Whether every column has ranked every query.
  var isComplete: Bool { !runs.isEmpty && runs.allSatisfy(\.isComplete) }
  /// How many rankings there are, and how many there will be.
  var progress: (done: Int, total: Int) {
    (runs.reduce(0) { $0 + $1.done }, runs.reduce(0) { $0 + $1.answers.count })
  }

  /// The place in the set of the row that commands go to.
  package var cursor: Int { chosen ?? shown.first ?? 0 }

  /// Where in the shown order the cursor stands.
  var shownCursor: Int { shown.firstIndex(of: cursor) ?? 0 }

  /// Keeps the rankings of columns whose plan is unchanged and forgets those of the others.
  mutating func fit(plans: [SearchPlan], count: Int) {
    let kept = runs
    runs = plans.enumerated().map { column, plan in
      if column < kept.count, kept[column].plan == plan, kept[column].answers.count == count {
        return kept[column]
      }
      // A column that moved, or one like another, need not be asked again.
      return kept.first { $0.plan == plan && $0.answers.count == count }
        ?? QuerySetRun(plan: plan, count: count)
    }
    if runs != kept { basis = nil }
  }

  /// Forgets every ranking: they came from another build of the index.
  mutating func forget() {
    runs = []
    basis = nil
    generation = nil
    awaitedJump = nil
    verdict = PairVerdict()
  }

  /// Takes rankings, unless they are stale.
  mutating func take(_ reply: RankQueriesReply) {
    guard reply.generation == generation, runs.indices.contains(reply.column) else { return }
    derivation = nil
    for answer in reply.answers { runs[reply.column].take(answer.items, at: answer.place) }
    if isComplete { generation = nil }
  }

  /// Takes note of how much is derived, unless that is stale.
  mutating func take(derivation share: Double, generation: Int) {
    if generation == self.generation { derivation = share }
  }

  /// Measures what has changed: everything, or only some places when nothing else did.
  mutating func measure(_ queries: [Query], by basis: Basis, places: [Int]) {
    let isNew = self.basis != basis || rows.count != queries.count
    self.basis = basis
    if isNew {
      rows = queries.indices.map { row(queries[$0], at: $0, by: basis) }
    } else {
      for place in places where rows.indices.contains(place) {
        rows[place] = row(queries[place], at: place, by: basis)
      }
    }
    guard isNew || !places.isEmpty else { return }
    longestSlice = queries.lazy.compactMap(\.kind).map(DisplayWidth.of).max() ?? 0
    longestText = queries.lazy.map { DisplayWidth.of($0.shownText) }.max() ?? 0
    summarise()
    sort()
  }

  /// Works out what is to be said of each column over the queries that are listed.
  private mutating func summarise() {
    let rows = listed.map { self.rows[$0] }
    judgedCount = rows.count { $0.judged > 0 }
    summaries = runs.enumerated().map { column, run in
      let cells = rows.filter { $0.judged > 0 }.compactMap { $0.cells[column] }
      let returned = cells.reduce(0) { $0 + $1.returned }
      return Summary(
        mean: Sample.mean(cells.compactMap(\.score)),
        coverage: returned == 0 ? nil : Double(cells.reduce(0) { $0 + $1.judged }) / Double(returned),
        failures: run.failures)
    }
  }

  /// Whether rows made of this would be the same.
  func isMeasured(by basis: Basis) -> Bool { self.basis == basis }

  private func row(_ query: Query, at place: Int, by basis: Basis) -> QueryRow {
    QueryRow(
      slice: query.kind, answers: runs.map { $0.answers[place] }, grades: basis.grades(of: query),
      measure: basis.measure.measure, pair: basis.pair)
  }

  /// Sorts the table; the cursor stays on its query.
  mutating func sort() {
    let key = key(of: order)
    let keys = rows.map(key)
    // Equals stay as in the set.
    let sign = order == .set && isReversed ? -1 : 1
    shown = listed.sorted {
      (keys[$0].0, keys[$0].1, sign * $0) < (keys[$1].0, keys[$1].1, sign * $1)
    }
    if let chosen, !shown.contains(chosen) { self.chosen = nil }
  }

  /// Lists only the queries of a slice, or all with `nil`.
  mutating func narrow(to slice: String?) {
    self.slice = slice
    page = .queries
    scroll = 0
    sort()
    summarise()
  }

  /// The places in the set of the queries that are listed.
  private var listed: [Int] {
    guard let slice else { return Array(rows.indices) }
    return rows.indices.filter { OpaqueName(rows[$0].slice) == OpaqueName(slice) }
  }

  /// Puts the slices of the latest answer in order, as the queries are: by name, by how much the columns differ, by
  /// how bad the focused column is, by how many queries there are; equals as in the set.
  ///
  /// While another answer is due there are none: their signs and means would be those of other columns, grades or another
  /// measure.
  mutating func sortSlices(by pair: ColumnPair?, focus: Int) {
    let known = isComplete && !verdict.isWaiting ? verdict.answer?.slices ?? [] : []
    let key: (SliceVerdict) -> Double =
      switch order {
      case .set: { _ in 0 }
      case .difference: { -abs($0.comparison.delta.mean) }
      case .worst: { focus == pair?.left ? $0.left : $0.right }
      case .unjudged: { -Double($0.comparison.queryCount) }
      }
    let sign = isReversed ? -1.0 : 1
    let step = order == .set && isReversed ? -1 : 1
    slices = known.enumerated().sorted {
      (sign * key($0.element), step * $0.offset) < (sign * key($1.element), step * $1.offset)
    }.map(\.element)
  }

  /// Smaller keys come first; what has no value comes last.
  private func key(of order: QueryOrder) -> (QueryRow) -> (Double, Int) {
    let (basis, isReversed) = (basis, isReversed)
    let sign = isReversed ? -1 : 1
    return { row in
      switch order {
      case .set: (0, 0)
      case .difference:
        (
          row.difference(basis?.pair).map { Double(-sign) * abs($0) } ?? (isReversed ? .infinity : 0),
          row.overlap.map { sign * $0 } ?? QueryRow.depth + 1
        )
      case .worst: (basis.flatMap { row.cells[$0.focus]?.score }.map { Double(sign) * $0 } ?? .infinity, 0)
      case .unjudged: (0, -sign * row.unjudged)
      }
    }
  }

  /// The place so many steps further in the order of differences than a place, or the first one without a place.
  ///
  /// `nil` at the ends. Goes through the queries that are listed, or through all.
  func place(after place: Int?, by step: Int, amongAll: Bool = false) -> Int? {
    var sorted = self
    if amongAll { sorted.slice = nil }
    sorted.order = .difference
    sorted.isReversed = false
    sorted.sort()
    guard let place, let index = sorted.shown.firstIndex(of: place) else {
      return step > 0 ? sorted.shown.first : sorted.shown.last
    }
    let next = index + step
    return sorted.shown.indices.contains(next) ? sorted.shown[next] : nil
  }
}

extension Query {
  /// What stands for the query in a table: its text or, when it has none, its picture.
  var shownText: String { text.isEmpty ? image ?? id.text : text }
}
