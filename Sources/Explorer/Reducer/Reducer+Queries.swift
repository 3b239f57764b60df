internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// How many items of each query's ranking are kept.
  static let boardDepth = 100

  /// Performs a command in the Queries view; `nil` leaves it to what is common to all views.
  mutating func browseQueries(_ command: Command, key: Key) -> [Effect]? {
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp, .nextDifference, .previousDifference, .sort:
      board.isCentred = false
    default: break
    }
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp: moveInQueries(command)
    case .columnLeft: focusColumn(focusedColumn - 1)
    case .columnRight: focusColumn(focusedColumn + 1)
    case .nextDifference: moveToDifference(by: 1)
    case .previousDifference: moveToDifference(by: -1)
    case .switchPair: switchPair()
    case .sort: sortQueries(by: key)
    case .switchTable: switchTable()
    case .openNumber where board.page == .queries: return openBoardScore()
    case .openNumber, .openMean: return openBoardMean()
    case .openQuery where board.page == .slices: openSlice()
    case .back where board.slice != nil && board.page == .queries: leaveSlice()
    case .openQuery: return openQuery(at: board.cursor, in: .explore)
    case .judgeQuery where board.page == .queries: return openQuery(at: board.cursor, in: .label)
    case .back where board.generation != nil: return stopRankingQueries()
    default: return nil
    }
    return []
  }

  private mutating func sortQueries(by key: Key) {
    guard let order = QueryOrder.allCases.first(where: { key == .character($0.key) }) else { return }
    board.isReversed = order == board.order && !board.isReversed
    board.order = order
    board.sort()
    board.chosen = nil
    board.sortSlices(by: comparedPair, focus: focusedColumn)
    board.sliceCursor = 0
  }

  /// Shows the table of queries or that of slices.
  private mutating func switchTable() {
    guard bench.queries.contains(where: { $0.kind != nil }) else {
      notice = Notice("no query of the set names a slice: the third column of the file does")
      return
    }
    if board.slice != nil { board.narrow(to: nil) }
    board.page = board.page == .queries ? .slices : .queries
    board.sortSlices(by: comparedPair, focus: focusedColumn)
  }

  /// Lists the queries of the chosen slice.
  private mutating func openSlice() {
    guard board.slices.indices.contains(board.sliceCursor) else { return }
    board.narrow(to: board.slices[board.sliceCursor].name)
  }

  /// Goes back to the slices.
  private mutating func leaveSlice() {
    board.narrow(to: nil)
    board.page = .slices
  }

  /// Brings the table up to date with columns, grades and measure, and asks for what is missing.
  mutating func settleQueries() -> [Effect] {
    guard !bench.queries.isEmpty else { return [] }
    let wishes = rankQuerySet()
    measureBoard(places: [])
    let comparison = comparePair()
    board.sortSlices(by: comparedPair, focus: focusedColumn)
    keepQueryInSight()
    return wishes + comparison
  }

  /// Asks for the rankings that no column's run has yet, unless they are under way or were stopped.
  mutating func rankQuerySet() -> [Effect] {
    let plans = columns.map { $0.settings.plan(depth: Self.boardDepth) }
    let isSame = board.runs.map(\.plan) == plans && board.runs.first?.answers.count == bench.queries.count
    guard !isSame else { return [] }
    board.fit(plans: plans, count: bench.queries.count)
    return requestRankings()
  }

  /// Asks for what is missing.
  mutating func requestRankings() -> [Effect] {
    let jobs = board.runs.enumerated().compactMap { column, run in
      run.isComplete ? nil : RankQueriesRequest.Job(column: column, plan: run.plan, places: run.missing)
    }
    guard !jobs.isEmpty else {
      board.generation = nil
      return [.stopRankingQueries]
    }
    generation += 1
    board.generation = generation
    return [.rankQueries(RankQueriesRequest(generation: generation, queries: bench.queries, jobs: jobs))]
  }

  private mutating func stopRankingQueries() -> [Effect] {
    board.generation = nil
    board.awaitedJump = nil
    notice = Notice("stopped; \(resumingKey) goes on")
    return [.stopRankingQueries]
  }

  /// Takes rankings of the query set.
  mutating func take(_ reply: RankQueriesReply) -> [Effect] {
    guard reply.generation == board.generation else { return [] }
    board.take(reply)
    // Columns that came or went meanwhile have no rankings yet, and the pair may be about them.
    guard board.runs.count == columns.count else { return board.awaitedJump == nil ? [] : rankQuerySet() }
    measureBoard(places: reply.answers.map(\.place))
    guard board.isComplete, let step = board.awaitedJump else { return [] }
    board.awaitedJump = nil
    return jumpToDifference(by: step)
  }

  /// Measures what has changed in the table.
  mutating func measureBoard(places: [Int]) {
    guard board.runs.count == columns.count else { return }
    let pair = comparedPair ?? ColumnPair(left: 0, right: 0)
    let basis = QueryBoard.Basis(
      measure: board.measure, reference: bench.qrels, journal: book.grades, left: pair.left,
      right: pair.right, focus: focusedColumn)
    guard !places.isEmpty || !board.isMeasured(by: basis) else { return }
    board.measure(bench.queries, by: basis, places: places)
  }

  /// The columns that were chosen to be compared or, when none were, the first one and the focused one (the second when
  /// the first is focused); `nil` when there is only one.
  var comparedPair: ColumnPair? {
    guard columns.count > 1 else { return nil }
    if let pair = board.chosenPair, max(pair.left, pair.right) < columns.count { return pair }
    return ColumnPair(left: 0, right: max(1, focusedColumn))
  }

  /// Compares the next two columns, or the same the other way round.
  mutating func switchPair() {
    guard let pair = comparedPair else {
      notice = Notice("one column differs from nothing")
      return
    }
    let all = ColumnPair.all(of: columns.count)
    let place = all.firstIndex(of: pair) ?? -1
    let next = all[(place + 1) % all.count]
    board.chosenPair = next
    let names = [next.right, next.left].map { ColumnHeadPanel.letter(of: $0) }
    notice = Notice("\(names[0]) is measured against \(names[1])")
  }

  /// Asks what is known about the compared columns once all is ranked, unless that was asked already.
  private mutating func comparePair() -> [Effect] {
    guard board.isComplete, let pair = comparedPair else { return [] }
    // What one of them can't answer says nothing about their difference.
    let basis = bench.queries.indices.compactMap { place -> ComparePairRequest.Topic? in
      guard let left = board.runs[pair.left].ranking(at: place),
        let right = board.runs[pair.right].ranking(at: place)
      else { return nil }
      return ComparePairRequest.Topic(
        query: bench.queries[place].id, left: left, right: right,
        grades: grades(of: bench.queries[place]), slice: bench.queries[place].kind)
    }
    let request = ComparePairRequest(
      generation: generation + 1, measure: board.measure, topics: basis, possible: bench.scale.grades)
    guard let question = board.verdict.ask(request) else { return [] }
    generation += 1
    return [.comparePair(question)]
  }

  /// The grades that count for a query: the reference's or, when it has none, those given here.
  func grades(of query: Query) -> [DocumentID: Int] {
    let known = bench.qrels[query.id]
    return known.isEmpty ? book.grades[query.id] : known
  }

  /// Goes to the next query, in the order of how much the columns differ, counted from the present one.
  mutating func jumpToDifference(by step: Int) -> [Effect] {
    guard !bench.queries.isEmpty else {
      notice = Notice("no query set is open")
      return []
    }
    guard columns.count > 1 else {
      notice = Notice("one column differs from nothing")
      return []
    }
    let wishes = rankQuerySet()
    guard board.isComplete else {
      board.awaitedJump = step
      return wishes.isEmpty && board.generation == nil ? requestRankings() : wishes
    }
    measureBoard(places: [])
    guard let next = board.place(after: position, by: step, amongAll: true) else {
      notice = Notice(step > 0 ? "the columns differ least here" : "the columns differ most here")
      return wishes
    }
    if board.slice != nil { board.narrow(to: nil) }
    board.chosen = next
    return wishes + goToQuery(at: next)
  }

  private mutating func moveToDifference(by step: Int) {
    if let next = board.place(after: board.cursor, by: step) { board.chosen = next }
  }

  /// Shows a query of the set in a view.
  mutating func openQuery(at place: Int, in view: View) -> [Effect] {
    guard bench.queries.indices.contains(place) else { return [] }
    focus = .results
    labelling.isWholeSet = false
    return goToQuery(at: place) + show(view)
  }

  private mutating func moveInQueries(_ command: Command) {
    guard board.page == .queries else {
      let page = max(1, QueriesLayout(self).rows.rows)
      board.sliceCursor = command.position(
        from: board.sliceCursor, page: page, last: max(0, board.slices.count - 1))
      return
    }
    let last = max(0, board.shown.count - 1)
    let page = max(1, QueriesLayout(self).rows.rows)
    let target = command.position(from: board.shownCursor, page: page, last: last)
    if board.shown.indices.contains(target) { board.chosen = board.shown[target] }
  }

  private mutating func keepQueryInSight() {
    let visible = max(1, QueriesLayout(self).rows.rows)
    let cursor = board.shownCursor
    if board.isCentred {
      board.scroll = cursor - visible / 2
      // The order is not final before everything is ranked.
      if board.isComplete { board.isCentred = false }
    }
    board.scroll = min(max(board.scroll, cursor - visible + 1), cursor)
    board.scroll = max(0, min(board.scroll, board.shown.count - visible))
    guard !board.slices.isEmpty else { return }
    board.sliceCursor = min(board.sliceCursor, max(0, board.slices.count - 1))
    board.sliceScroll = min(max(board.sliceScroll, board.sliceCursor - visible + 1), board.sliceCursor)
  }
}
