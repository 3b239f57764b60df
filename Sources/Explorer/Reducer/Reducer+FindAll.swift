internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Performs a command in the Find-all view; `nil` leaves it to what is common to all views.
  mutating func browseFindAll(_ command: Command) -> [Effect]? {
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp: moveInFindAll(command)
    case .nextQuery: return walk(by: 1)
    case .previousQuery: return walk(by: -1)
    case .back where findAll.isWaiting: return stopFindingAll()
    case .back where findAll.page == .sample: findAll.page = .list
    case .findAll(let command): return cut(command)
    default: return nil
    }
    return []
  }

  private mutating func cut(_ command: FindAllCommand) -> [Effect] {
    switch command {
    case .column: focusColumn((focusedColumn + 1) % columns.count)
    case .level: raiseLevel()
    case .type: columnPrompt = ColumnPrompt(purpose: .threshold, field: TextField(""))
    case .sample: showSample()
    case .draw: drawAnotherRound()
    case .border: goToBorder()
    case .export(let format): return exportList(format)
    case .lower, .higher: moveThreshold(by: command == .higher ? 1 : -1)
    case .fewer, .more: moveCut(by: command == .more ? 1 : -1)
    case .gap: goToGap()
    }
    return []
  }

  // MARK: - The threshold

  /// Moves the threshold to the next edge between two bars of the histogram.
  private mutating func moveThreshold(by step: Int) {
    guard let items = findAll.found?.items, let axis = FindAllLayout(self).axis(of: items) else { return }
    let threshold = findAll.threshold
    let cell = axis.cell(of: threshold)
    if step > 0, cell == axis.cells - 1 {
      // Behind the last edge there is nothing above.
      findAll.move(to: max(threshold, items.threshold(at: 0)))
    } else {
      let isOnEdge = threshold == axis.edge(of: cell)
      findAll.move(to: axis.edge(of: step > 0 ? cell + 1 : isOnEdge ? max(0, cell - 1) : cell))
    }
    showBorder()
  }

  /// Moves the cut by an item; items with equal scores go together.
  private mutating func moveCut(by step: Int) {
    guard let items = findAll.found?.items else { return }
    let wanted = findAll.cut + step
    guard (0...items.scores.count).contains(wanted) else {
      notice = Notice(step > 0 ? "every item with a score is above the cut" : "nothing is above the cut")
      return
    }
    let (before, after) = items.cuts(around: wanted)
    let cut = step > 0 ? after : before
    if abs(cut - findAll.cut) > 1 {
      notice = Notice("\(Numerals.grouped(abs(cut - findAll.cut))) items share a score and go together")
    }
    findAll.cut(after: cut)
    showBorder()
  }

  /// Cuts at the widest gap or, when that is where it was cut last, at the next widest.
  private mutating func goToGap() {
    guard let found = findAll.found else { return }
    guard !found.gaps.isEmpty else {
      notice = Notice("there is no gap: all scores are equal")
      return
    }
    let last = findAll.gap.flatMap { found.gaps.indices.contains($0) ? $0 : nil }
    let next = last.map { found.gaps[$0] == findAll.cut ? ($0 + 1) % found.gaps.count : 0 } ?? 0
    findAll.gap = next
    let place = found.gaps[next]
    findAll.cut(after: place)
    let width = found.items.scores[place - 1] - found.items.scores[place]
    notice = Notice(
      "gap \(next + 1) of the \(found.gaps.count) widest: scores fall by \(Numerals.score(Double(width))) behind "
        + "item \(Numerals.grouped(place))")
    showBorder()
  }

  /// Takes what was typed for a threshold: a score or, behind `#`, a number of items.
  mutating func acceptThreshold(_ text: String) {
    guard let items = findAll.found?.items else {
      columnPrompt = nil
      return
    }
    if text.hasPrefix("#") {
      let digits = text.dropFirst().filter { $0 != "," }
      guard let count = Int(digits), (0...items.scores.count).contains(count) else {
        notice = Notice(
          "\(text) is no number of items from #0 to #\(Numerals.grouped(items.scores.count))", isWarning: true
        )
        return
      }
      let cut = items.cuts(around: count).after
      if cut != count { notice = Notice("\(Numerals.counted(cut, "item")): the last ones share a score") }
      findAll.cut(after: cut)
    } else {
      guard let score = Float(text), !score.isNaN else {
        notice = Notice(
          "“\(text)” is no score; type a number such as .65, or #100 for a hundred items", isWarning: true)
        return
      }
      findAll.move(to: score)
    }
    columnPrompt = nil
    showBorder()
  }

  /// A press on the histogram cuts there, one on an item selects it.
  mutating func pressInFindAll(at event: MouseEvent) {
    let layout = FindAllLayout(self)
    if layout.isOnHistogram(column: event.column, row: event.row) {
      cut(atColumn: event.column)
    } else if event.row >= layout.list.row, event.row < layout.list.maxRow,
      event.column < layout.list.maxColumn
    {
      select(line: event.row - layout.list.row)
    }
  }

  /// A drag that began on the histogram moves the threshold, wherever it leads.
  mutating func dragInFindAll(to event: MouseEvent) {
    guard let press = mousePress,
      FindAllLayout(self).isOnHistogram(column: press.column, row: press.row)
    else { return }
    cut(atColumn: event.column)
  }

  private mutating func select(line: Int) {
    switch findAll.page {
    case .list:
      let line = findAll.scroll + line
      let place = line < findAll.cut ? line : line - 1
      guard line != findAll.cut, place < findAll.found?.items.scores.count ?? 0 else { return }
      findAll.cursor = place
    case .sample:
      let index = findAll.sampleScroll + line
      if findAll.sampled.indices.contains(index) { findAll.sampleCursor = index }
    }
  }

  /// Cuts at the bar of the histogram under a cell of the screen.
  private mutating func cut(atColumn column: Int) {
    let layout = FindAllLayout(self)
    guard let items = findAll.found?.items, let axis = layout.axis(of: items) else { return }
    findAll.move(to: axis.edge(of: min(axis.cells - 1, max(0, column - layout.bars.column))))
    showBorder()
  }

  // MARK: - The list

  private mutating func moveInFindAll(_ command: Command) {
    let page = max(1, FindAllLayout(self).list.rows - 1)
    switch findAll.page {
    case .list:
      let last = max(0, (findAll.found?.items.scores.count ?? 0) - 1)
      findAll.cursor = command.position(from: findAll.cursor, page: page, last: last)
    case .sample:
      let last = max(0, findAll.sampled.count - 1)
      findAll.sampleCursor = command.position(from: findAll.sampleCursor, page: page, last: last)
    }
  }

  /// Goes on to the next item; in the sample, to the next one that nothing was decided about.
  mutating func advanceInFindAll() {
    guard findAll.page == .sample else { return moveInFindAll(.down) }
    let sampled = findAll.sampled
    let here = findAll.sampleCursor
    let later = Array(sampled.indices.dropFirst(here + 1)) + Array(sampled.indices.prefix(here))
    if let next = later.first(where: { !isDecided(at: sampled[$0]) }) {
      findAll.sampleCursor = next
    } else if !sampled.isEmpty, isDecided(at: sampled[min(here, sampled.count - 1)]) {
      notice = Notice("the sample is graded; D draws another round, s shows the list")
    }
  }

  /// Puts the cut into the middle of the list, and the cursor on the last item above it.
  private mutating func showBorder() {
    guard findAll.page == .list else { return }
    findAll.cursor = max(0, findAll.cut - 1)
    findAll.scroll = findAll.cut - FindAllLayout(self).list.rows / 2
  }

  private mutating func goToBorder() {
    findAll.page = .list
    if findAll.cursor == max(0, findAll.cut - 1) {
      findAll.cursor = 0
      findAll.scroll = 0
    } else {
      showBorder()
    }
  }

  private mutating func showSample() {
    guard findAll.page == .list else {
      findAll.page = .list
      return
    }
    guard findAll.found != nil, !findAll.isWaiting else {
      notice = Notice("the sample is drawn when every item is scored")
      return
    }
    findAll.page = .sample
    let sampled = findAll.sampled
    findAll.sampleCursor = sampled.indices.first { !isDecided(at: sampled[$0]) } ?? 0
  }

  private mutating func drawAnotherRound() {
    guard let found = findAll.found, !findAll.isWaiting else { return }
    guard findAll.rounds < found.sample.rounds.count else {
      notice = Notice("every round of the sample was drawn")
      return
    }
    findAll.rounds += 1
    findAll.page = .list
    showSample()
    let items = Numerals.counted(found.sample.rounds[findAll.rounds - 1].count, "item")
    notice = Notice("round \(findAll.rounds) of \(found.sample.rounds.count): \(items) more")
  }

  private mutating func raiseLevel() {
    let scale = bench.scale
    let level = relevantLevel + 1
    findAll.level = level > scale.highest ? scale.lowest + 1 : level
    let name = scale.name(of: relevantLevel).map { " " + $0 } ?? ""
    notice = Notice("relevant from grade \(relevantLevel)\(name) on")
  }

  mutating func revealInFindAll(_ item: DocumentID, for query: Query) -> [Effect] {
    guard query == self.query else { return ask(query) }
    guard let place = findAll.places[item] else { return [] }
    if findAll.page == .sample, let index = findAll.sampled.firstIndex(of: place) {
      findAll.sampleCursor = index
    } else if let items = findAll.found?.items, place < items.scores.count {
      findAll.page = .list
      findAll.cursor = place
    }
    return []
  }
}
