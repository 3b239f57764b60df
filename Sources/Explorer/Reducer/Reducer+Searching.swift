internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Asks every column for the current query: first those that look deepest, whose lists answer the others that
  /// compare the same vectors.
  mutating func searchAll() -> [Effect] {
    let depths = columns.map { $0.settings.plan(depth: depth).laneDepth }
    return columns.indices.sorted { (depths[$1], $0) < (depths[$0], $1) }.map { search(column: $0) }
  }

  /// Asks one column for the current query under its settings.
  mutating func search(column: Int) -> Effect {
    generation += 1
    let plan = columns[column].settings.plan(depth: depth)
    let request = SearchRequest(
      column: column, generation: generation, query: query, plan: plan, typing: typing)
    columns[column].ask(request)
    return .search(request)
  }

  mutating func take(_ reply: SearchReply) {
    guard columns.indices.contains(reply.column), columns[reply.column].take(reply) else { return }
    if triedFilter?.filter == columns[reply.column].settings.filter { triedFilter = nil }
    measureColumns()
    relateColumns()
  }

  /// Takes a failure, unless it is stale; filters that can't be read come back into the line they were written in.
  mutating func fail(column: Int, generation: Int, _ failure: SearchFailure) -> [Effect] {
    guard columns.indices.contains(column), columns[column].fail(generation: generation, failure) else {
      return []
    }
    measureColumns()
    relateColumns()
    return failure.filterRange == nil ? [] : refuseFilter(column: column, failure)
  }

  /// Asks for a longer answer when the cursor comes near the end of one that was cut: nothing is out of reach.
  mutating func searchDeeperNearTheEnd() -> [Effect] {
    guard let ranking, !isWaiting, queryFailure == nil, ranking.plan.depth == depth, ranking.count == depth,
      !ranking.listsAll
    else { return [] }
    // Where few rows differ, all of them may be in sight: only whoever goes to the last one wants more.
    let rows = columns[focusedColumn].rowCount
    let sight = rows == ranking.count ? ExplorerLayout(self).visibleRows : 1
    guard cursor + sight >= rows, rows == ranking.count || cursor > 0 else { return [] }
    guard depth < Self.lastDepth else { return [] }
    depth = min(Self.lastDepth, depth * 4)
    return searchAll()
  }

  /// Measures every answer again; called when an answer or a grade changed.
  mutating func measureColumns() {
    for index in columns.indices {
      columns[index].standing = columns[index].ranking.flatMap {
        Standing(of: $0, by: board.measure, reference: bench.qrels, journal: book.grades, of: book.source)
      }
    }
  }

  /// Goes to the results; whoever leaves a word has finished it, so that the answer becomes that of `assay search`.
  mutating func leaveQuery() -> [Effect] {
    let noted = noteQuery()
    focus = .results
    historySearch = nil
    completion = nil
    guard typing != .finished else { return noted }
    typing = .finished
    return noted + searchAll()
  }

  mutating func type(_ text: String) -> [Effect] {
    change { $0.insert(text) }
  }

  /// Changes the query line, and searches when its text changed.
  mutating func change(_ edit: (inout TextField) -> Void) -> [Effect] {
    let before = field.text
    edit(&field)
    guard field.text != before else { return [] }
    return askNewQuery()
  }

  /// Loads the next or previous query of the set into the query line.
  mutating func walk(by step: Int) -> [Effect] {
    guard !bench.queries.isEmpty else {
      notice = Notice("no query set is open")
      return []
    }
    let last = bench.queries.count - 1
    let next = position.map { $0 + step } ?? (step > 0 ? 0 : last)
    guard (0...last).contains(next) else {
      notice = Notice(step > 0 ? "this is the last query of the set" : "this is the first query of the set")
      return []
    }
    return goToQuery(at: next)
  }

  /// Loads the query at a place of the set into the query line.
  mutating func goToQuery(at place: Int) -> [Effect] {
    field.replace(with: bench.queries[place].text)
    return askNewQuery(at: place)
  }

  /// Loads a query into the query line, of the set or typed before.
  mutating func ask(_ query: Query) -> [Effect] {
    field.replace(with: query.text)
    return askNewQuery(at: bench.queries.firstIndex(of: query))
  }

  /// Asks for what stands in the query line; one that `isWhole` has no word at its end that is still being typed.
  mutating func askNewQuery(at place: Int? = nil, isWhole: Bool = false) -> [Effect] {
    readQuery()
    let isAtEnd = !isWhole && focus == .query && !isBrowsing && field.isCursorAtEnd
    typing = !isAtEnd ? .finished : field.text.last?.isWhitespace == true ? .betweenWords : .inWord
    if let place {
      // Two queries of a set may share their text; walking visits both.
      position = place
      query = bench.queries[place]
    }
    cursor = 0
    scroll = 0
    for index in columns.indices { columns[index].place = ListPlace() }
    depth = Self.firstDepth
    // What was looked for is of another query.
    sought = nil
    return searchAll()
  }

  /// The slider so many places further, in a circle, among those that matter to the focused column.
  func slider(after slider: Parameter, by step: Int) -> Parameter {
    let settings = columns[focusedColumn].settings
    let walked = Parameter.all(fields: bench.textFields).filter { $0 == slider || $0.matters(to: settings) }
    let index = walked.firstIndex(of: slider) ?? 0
    return walked[(index + step + walked.count) % walked.count]
  }

  /// Moves a slider of the focused column and searches again there.
  mutating func slide(_ parameter: Parameter, by steps: Int) -> [Effect] {
    let settings = columns[focusedColumn].settings
    guard parameter.matters(to: settings) else { return explainIdle(parameter.name(for: settings)) }
    let moved = parameter.moved(settings, by: steps, dimensions: bench.dimensions(for: settings))
    if parameter == .dimensions, bench.cutsUntrained(moved) {
      notice = Notice(
        "this model was not trained to be cut: what is lost says little about Matryoshka models")
    }
    return reconfigure(moved)
  }

  /// Switches one of the focused column's choices to the next and searches again there.
  mutating func switchSetting(_ command: Command) -> [Effect] {
    var settings = columns[focusedColumn].settings
    let hasVectors = settings.mode != .lexical
    switch command {
    case .switchMode: settings.mode = settings.mode.following
    case .switchPrecision where hasVectors: settings.precision = settings.precision.following
    case .switchPrecision: return explainIdle("precision")
    case .switchStages where hasVectors: settings.isTwoStage.toggle()
    case .switchStages: return explainIdle("a coarse stage")
    case .switchCoarsePrecision where hasVectors && settings.isTwoStage:
      settings.coarse.precision = settings.coarse.precision.following
    case .switchCoarsePrecision where hasVectors:
      notice = Notice("this column has one stage; t puts a coarse one before it")
    case .switchCoarsePrecision: return explainIdle("precision")
    case .switchNormalisation where settings.mode == .hybrid && settings.fusion.normalisation != nil:
      settings.normalisation = settings.normalisation.following
    case .switchNormalisation where settings.mode == .hybrid:
      notice = Notice("rank fusion compares ranks; there is nothing to normalise")
    case .switchNormalisation: return explainIdle("normalisation")
    default:
      guard settings.mode == .hybrid else { return explainIdle("fusion") }
      settings.fusionRule = settings.fusionRule.following
    }
    return reconfigure(settings)
  }

  /// Says that something can't be set because it has no effect on the focused column.
  private mutating func explainIdle(_ name: String) -> [Effect] {
    let settings = columns[focusedColumn].settings
    let kind = settings.mode == .hybrid ? "this \(settings.fusionRule.name)" : "a \(settings.mode.rawValue)"
    notice = Notice("\(name) does not matter to \(kind) column")
    return []
  }

  /// The columns that wait for vectors to be derived.
  var derivingColumns: [Int] { columns.indices.filter { columns[$0].derivation != nil } }

  /// Goes back to what was answered last in every column that waits for vectors to be derived; that ends the deriving.
  mutating func stopDeriving() -> [Effect] {
    derivingColumns.map { column in
      let former = columns[column].answered ?? columns[column].settings.comparingAsPacked
      columns[column].settings = former
      return search(column: column)
    }
  }

  mutating func reconfigure(_ settings: RankingSettings) -> [Effect] {
    guard settings != columns[focusedColumn].settings else { return [] }
    columns[focusedColumn].settings = settings
    return [search(column: focusedColumn)]
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one, or the first after the last.
  fileprivate var following: Self {
    let all = Array(Self.allCases)
    let index = all.firstIndex(of: self).map { ($0 + 1) % all.count } ?? 0
    return all[index]
  }
}
