internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Performs a command while a number is open; `nil` leaves it to what is common to all views.
  mutating func browseNumber(_ command: Command) -> [Effect]? {
    switch command {
    case .back, .openNumber, .explain: return closeNumber(command)
    case .down, .up, .top, .bottom, .pageDown, .pageUp: moveInNumber(command)
    case .openQuery:
      if case .score(let score)? = opened.last { return explore(score.request.query) }
      return openChosenScore()
    case .editQuery:
      opened = []
      return nil
    default: return nil
    }
    return []
  }

  /// Opens what the focused column's measure is made of for the query that shows.
  mutating func openColumnScore() -> [Effect] {
    let column = columns[focusedColumn]
    guard let ranking = column.ranking, !ranking.query.text.isEmpty, ranking.query == query else {
      notice = Notice("a measure belongs to a query: type one first (/)", isWarning: true)
      return []
    }
    return openScore(
      of: query, plan: column.settings.plan(depth: Self.boardDepth), name: columnName(focusedColumn))
  }

  /// Opens the score of the table's row in the focused column.
  mutating func openBoardScore() -> [Effect] {
    guard bench.queries.indices.contains(board.cursor) else { return [] }
    let plan = columns[focusedColumn].settings.plan(depth: Self.boardDepth)
    return openScore(of: bench.queries[board.cursor], plan: plan, name: columnName(focusedColumn))
  }

  /// Opens the mean of the focused column over the judged queries that are ranked, of a slice where one is chosen.
  mutating func openBoardMean() -> [Effect] {
    guard let mean = columnMean(focusedColumn, slice: chosenSlice) else {
      notice = Notice("nothing is judged and ranked yet, so there is no mean", isWarning: true)
      return []
    }
    opened.append(.mean(mean))
    return []
  }

  /// The slice under the cursor, or the one whose queries are listed; `nil` for the whole set.
  private var chosenSlice: String? {
    guard board.page == .slices else { return board.slice }
    return board.slices.indices.contains(board.sliceCursor) ? board.slices[board.sliceCursor].name : nil
  }

  /// Opens the point of the curves that is looked at.
  mutating func openCurvePoint() -> [Effect] {
    guard let mean = pointMean(curves.point?.configuration) else {
      notice = Notice("there is no point to open yet", isWarning: true)
      return []
    }
    opened.append(.mean(mean))
    return []
  }

  /// Works open numbers out anew when the measure or a grade changed, and asks for what takes longer.
  mutating func settleNumbers() -> [Effect] {
    var effects: [Effect] = []
    for index in opened.indices {
      switch opened[index] {
      case .score(var score):
        score.measure(
          by: board.measure, grades: grades(of: score.request.query), highest: bench.scale.highest)
        score.scroll = min(score.scroll, ScorePanel.lastScroll(of: score, in: size))
        opened[index] = .score(score)
      case .mean(var mean):
        if isOutdated(mean), var renewed = self.mean(like: mean) {
          renewed.cursor = mean.cursor
          mean = renewed
        }
        if mean.generation == nil { effects += complete(&mean) }
        opened[index] = .mean(mean)
      }
    }
    keepMeanCursorInSight()
    return effects
  }

  /// Takes the ranking of an open score.
  mutating func take(_ reply: OpenScoreReply) {
    for index in opened.indices {
      guard case .score(var score) = opened[index] else { continue }
      score.take(reply)
      opened[index] = .score(score)
    }
  }

  /// Whether an open mean is by another measure than is chosen, or was opened before every query was ranked that is now.
  private func isOutdated(_ mean: OpenedMean) -> Bool {
    mean.measure != board.measure || (mean.isPartial && board.isComplete)
  }

  /// Takes what an open mean did not say yet.
  mutating func take(_ reply: OpenMeanReply) {
    for index in opened.indices {
      guard case .mean(var mean) = opened[index] else { continue }
      mean.take(reply)
      opened[index] = .mean(mean)
    }
  }

  /// Asks for what an open mean does not say yet.
  private mutating func complete(_ mean: inout OpenedMean) -> [Effect] {
    generation += 1
    mean.generation = generation
    return [
      .openMean(
        OpenMeanRequest(
          generation: generation, plan: mean.plan, measure: mean.measure,
          topics: mean.rows.map {
            OpenMeanRequest.Topic(query: $0.query, score: $0.score, grades: grades(of: $0.query))
          }, asksForLosses: !mean.hasRankings))
    ]
  }

  private func columnName(_ index: Int) -> String {
    ColumnHeadPanel.letter(of: index) + " " + columns[index].settings.name
  }

  private mutating func openScore(of query: Query, plan: SearchPlan, name: String) -> [Effect] {
    let grades = grades(of: query)
    guard !grades.isEmpty else {
      notice = Notice(
        "nothing is judged for “\(query.shownText)”, so there is no score to open", isWarning: true)
      return []
    }
    generation += 1
    let request = OpenScoreRequest(
      generation: generation, query: query, plan: plan,
      judged: grades.filter { $0.value > 0 }.map(\.key).sorted())
    opened.append(.score(OpenedScore(request, name: name)))
    return [.openScore(request)]
  }

  private mutating func closeNumber(_ command: Command) -> [Effect] {
    // The key that opens a number also opens the one behind it.
    if command != .back, case .mean? = opened.last { return openChosenScore() }
    opened.removeLast()
    return []
  }

  /// Shows the query of an open score in the Explore view.
  private mutating func explore(_ query: Query) -> [Effect] {
    opened = []
    focus = .results
    labelling.isWholeSet = false
    return (query == self.query ? [] : ask(query)) + show(.explore)
  }

  /// Opens the score under the cursor of an open mean.
  private mutating func openChosenScore() -> [Effect] {
    guard case .mean(let mean)? = opened.last, mean.rows.indices.contains(mean.cursor) else { return [] }
    return openScore(of: mean.rows[mean.cursor].query, plan: mean.plan, name: mean.name)
  }

  private mutating func moveInNumber(_ command: Command) {
    let page = NumberLayout(size).rows.rows
    switch opened.last {
    case .score(var score)?:
      score.scroll = command.position(
        from: score.scroll, page: page, last: ScorePanel.lastScroll(of: score, in: size))
      opened[opened.count - 1] = .score(score)
    case .mean(var mean)?:
      mean.cursor = command.position(from: mean.cursor, page: page, last: max(0, mean.rows.count - 1))
      opened[opened.count - 1] = .mean(mean)
    case nil: break
    }
  }

  private mutating func keepMeanCursorInSight() {
    guard case .mean(var mean)? = opened.last else { return }
    let visible = max(1, NumberLayout(size).rows.rows)
    mean.cursor = min(mean.cursor, max(0, mean.rows.count - 1))
    mean.scroll = min(max(mean.scroll, mean.cursor - visible + 1), mean.cursor)
    mean.scroll = max(0, min(mean.scroll, mean.rows.count - visible))
    opened[opened.count - 1] = .mean(mean)
  }
}

// MARK: - Means

extension ExplorerState {
  private func mean(like mean: OpenedMean) -> OpenedMean? {
    switch mean.source {
    case .column(let column, let slice): columnMean(column, slice: slice)
    case .point(let configuration): pointMean(configuration)
    }
  }

  private func columnMean(_ column: Int, slice: String?) -> OpenedMean? {
    guard board.runs.indices.contains(column) else { return nil }
    let isInSlice = { (query: Query) in
      slice.map { $0.utf8.elementsEqual((query.kind ?? SliceVerdict.unnamed).utf8) } ?? true
    }
    let run = board.runs[column]
    let measure = board.measure.measure
    let rows = bench.queries.enumerated().compactMap { place, query -> OpenedMean.Row? in
      guard isInSlice(query) else { return nil }
      let grades = grades(of: query)
      guard !grades.isEmpty, let ranking = run.ranking(at: place) else { return nil }
      let topic = JudgedRanking(ranking: ranking, grades: grades)
      return OpenedMean.Row(query: query, score: measure.score(topic), loss: ScoreLoss(measure, topic))
    }
    guard !rows.isEmpty else { return nil }
    return OpenedMean(
      .column(column, slice: slice), name: columnName(column), plan: run.plan, measure: board.measure,
      rows: rows,
      coverage: slice == nil && board.summaries.indices.contains(column)
        ? board.summaries[column].coverage : nil,
      hasRankings: true, isPartial: !run.isComplete)
  }

  private func pointMean(_ configuration: SweepConfiguration?) -> OpenedMean? {
    guard let configuration, let result = curves.result, let subject = curves.subject,
      let measure = result.measures.firstIndex(of: board.measure.title),
      let point = result.points.first(where: { $0.configuration == configuration })
    else { return nil }
    let score = point.scores[measure]
    let rows = zip(curves.queries, score.values).map { OpenedMean.Row(query: $0, score: $1, loss: nil) }
    guard !rows.isEmpty else { return nil }
    return OpenedMean(
      .point(configuration), name: configuration.label, plan: subject.plan(configuration),
      measure: board.measure, rows: rows, estimate: score.mean, coverage: point.coverage, hasRankings: false)
  }
}
