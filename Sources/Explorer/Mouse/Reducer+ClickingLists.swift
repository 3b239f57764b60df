internal import TerminalUI

extension ExplorerState {
  /// A click on an action runs it; one beside the list closes it.
  mutating func clickInPalette(at event: MouseEvent) -> [Effect] {
    guard let palette, let lines = PalettePanel.lines(in: self) else { return [] }
    guard lines.frame.contains(event) else { return choose(.close, from: palette) }
    guard let row = lines.index(at: event) else { return [] }
    self.palette?.selected = row
    return self.palette.map { choose(.take, from: $0) } ?? []
  }

  /// A click on a candidate takes it; one beside the list closes it and means there what it always means.
  mutating func clickInCompletion(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    guard let completion, let lines = CompletionPanel.lines(in: self) else { return [] }
    guard lines.frame.contains(event) else {
      return choose(.close, from: completion) + view.screen.press(at: event, isDouble: isDouble, in: &self)
    }
    guard let row = lines.index(at: event) else { return [] }
    self.completion?.selected = row
    return self.completion.map { choose(.take, from: $0) } ?? []
  }

  /// The wheel moves the choice; it stops at the ends.
  mutating func scrollPalette(_ command: Command) {
    guard let palette else { return }
    self.palette?.selected = command.position(
      from: palette.selected, page: 1, last: max(0, palette.rows.count - 1))
  }

  /// Likewise among candidates.
  mutating func scrollCompletion(_ command: Command) {
    guard let completion else { return }
    let last = max(0, (completion.reply?.candidates.count ?? 0) - 1)
    self.completion?.selected = command.position(from: completion.selected, page: 1, last: last)
  }

  /// A click chooses saved columns, a double click loads them.
  mutating func clickInPresets(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    guard let place = PresetsPanel.preset(at: event, in: self) else { return [] }
    presets?.cursor = place
    presets?.doomed = nil
    return isDouble ? arrangeInDialogue(.column(.load)) ?? [] : []
  }

  /// A click chooses a query of an open mean, a double click opens its score.
  mutating func clickInNumber(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    let rows = NumberLayout(size).rows
    guard rows.contains(event), case .mean(var mean)? = opened.last else { return [] }
    let row = mean.scroll + event.row - rows.row
    guard mean.rows.indices.contains(row) else { return [] }
    mean.cursor = row
    opened[opened.count - 1] = .mean(mean)
    return isDouble ? browseNumber(.openQuery) ?? [] : []
  }

  /// A click chooses a query or a slice, on its line a column and above the table an order; a double click opens what
  /// enter opens.
  mutating func clickInQueries(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    let layout = QueriesLayout(self)
    if let click = QueriesHead(self).click(at: event, in: layout.head) {
      return browseQueries(click.command, key: click.key) ?? []
    }
    if let column = layout.columns.firstIndex(where: { $0.contains(event) }) {
      focusColumn(column)
      return []
    }
    guard layout.rows.contains(event) else { return [] }
    let line = event.row - layout.rows.row
    board.isCentred = false
    switch board.page {
    case .queries:
      guard board.shown.indices.contains(board.scroll + line) else { return [] }
      board.chosen = board.shown[board.scroll + line]
    case .slices:
      guard board.slices.indices.contains(board.sliceScroll + line) else { return [] }
      board.sliceCursor = board.sliceScroll + line
    }
    return isDouble ? browseQueries(.openQuery, key: .enter) ?? [] : []
  }
}

/// Where the lines of a list that one chooses from stand.
struct ChoiceLines {
  /// The cells of the whole list, its frame included.
  let frame: Rect
  /// The row of the first line that shows.
  let row: Int
  /// The lines that show.
  let shown: Range<Int>

  /// The line that an event is over; `nil` for the frame and what else is in it.
  func index(at event: MouseEvent) -> Int? {
    let line = shown.lowerBound + event.row - row
    guard event.column > frame.column, event.column < frame.maxColumn - 1 else { return nil }
    return shown.contains(line) ? line : nil
  }
}
