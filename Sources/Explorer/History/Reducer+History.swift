internal import TerminalUI

extension ExplorerState {
  /// Whether the query line shows a query that was walked to, as it was asked then.
  var isWalkingHistory: Bool {
    walk.map { history.queries.indices.contains($0.place) && history.queries[$0.place] == field.text }
      ?? false
  }

  /// Performs a command about the queries that were asked before.
  mutating func recall(_ command: HistoryCommand) -> [Effect] {
    switch command {
    case .earlier: return walkEarlier()
    case .later: return isWalkingHistory ? walkLater() : leaveQuery()
    case .search where historySearch == nil:
      historySearch = HistorySearch(before: field)
      return []
    case .search:
      let newest = (historySearch?.place ?? history.queries.count) - 1
      return find(at: stride(from: newest, through: 0, by: -1))
    case .searchBack:
      guard let place = historySearch?.place else { return [] }
      return find(at: stride(from: place + 1, to: history.queries.count, by: 1))
    }
  }

  /// Notes the query in the line as asked, once nobody is typing it any more.
  mutating func noteQuery() -> [Effect] {
    walk = nil
    let text = field.text.trimmed
    return history.add(text) ? [.remember(text)] : []
  }

  // MARK: Walking

  private mutating func walkEarlier() -> [Effect] {
    let former = isWalkingHistory ? walk : nil
    let before = former?.before ?? field
    // What stands in the line already is no step.
    let places = stride(from: (former?.place ?? history.queries.count) - 1, through: 0, by: -1)
    guard let place = places.first(where: { history.queries[$0] != field.text.trimmed }) else {
      notice = Notice("no query was asked before" + (history.queries.isEmpty ? "" : " this one"))
      return []
    }
    walk = HistoryWalk(before: before, place: place)
    return show(history.queries[place], insteadOf: before)
  }

  private mutating func walkLater() -> [Effect] {
    guard let walk else { return [] }
    guard walk.place + 1 < history.queries.count else {
      self.walk = nil
      return ask(walk.before)
    }
    self.walk?.place += 1
    return show(history.queries[walk.place + 1], insteadOf: walk.before)
  }

  // MARK: Searching

  /// Takes text into the part that is searched for; what was found stays as long as it has all of it.
  mutating func searchHistory(forMore text: String) -> [Effect] {
    let place = historySearch?.place
    historySearch?.pattern.insert(text)
    return find(at: stride(from: place ?? history.queries.count - 1, through: 0, by: -1))
  }

  /// Changes the part that is searched for, from the latest query on.
  mutating func searchHistory(_ edit: TextField.Edit) -> [Effect] {
    guard var search = historySearch else { return [] }
    search.pattern.apply(edit)
    search.place = nil
    search.isFailing = false
    historySearch = search
    guard !search.pattern.text.isEmpty else { return ask(search.before) }
    return find(at: stride(from: history.queries.count - 1, through: 0, by: -1))
  }

  /// Leaves the search; `keeping` what was found, or with the line as it was.
  mutating func endHistorySearch(keeping: Bool) -> [Effect] {
    guard let search = historySearch else { return [] }
    historySearch = nil
    return keeping ? [] : ask(search.before)
  }

  private mutating func find(at places: some Sequence<Int>) -> [Effect] {
    guard let search = historySearch, !search.pattern.text.isEmpty else { return [] }
    guard let place = history.first(containing: search.pattern.text, at: places) else {
      historySearch?.isFailing = true
      return []
    }
    historySearch?.place = place
    historySearch?.isFailing = false
    return show(history.queries[place], insteadOf: search.before)
  }

  // MARK: The line

  /// Brings the line back as it was.
  private mutating func ask(_ before: TextField) -> [Effect] {
    guard field != before else { return [] }
    let isSame = field.text == before.text
    field = before
    return isSame ? [] : askNewQuery()
  }

  /// Puts a query into the line so that one undo brings back what stood there before.
  private mutating func show(_ query: String, insteadOf before: TextField) -> [Effect] {
    let text = field.text
    field = before
    field.replace(with: query)
    return field.text == text ? [] : askNewQuery(isWhole: true)
  }
}
