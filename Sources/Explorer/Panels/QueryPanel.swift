internal import Relevance
internal import TerminalUI

/// The first line: the query being typed, and which query of the set it is.
struct QueryPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    let hasFocus = state.focus == .query
    _ = ScreenFrame.drawPrompt(.explore, in: layout.query, isFocused: hasFocus, on: &screen)
    let line = Self.line(of: state)
    Self.shownIdentity(of: state).draw(on: &screen, before: layout.query.maxColumn - 1, row: line.row)
    if let search = state.historySearch {
      HistoryLine(search: search, query: state.field.text).draw(in: line, on: &screen)
      return
    }
    if state.field.text.isEmpty {
      let items = Numerals.counted(state.bench.itemCount, "item")
      screen.put(
        "type to search \(items)", column: line.column, row: line.row, style: Style(.muted),
        maxColumns: line.columns)
    }
    state.field.draw(
      on: &screen, in: line, style: Style(.plain, bold: true), hasFocus: hasFocus, marked: fault(in: state))
  }

  /// Where the query stands on the first line.
  static func line(of state: ExplorerState) -> Rect {
    var line = ScreenFrame(state.size).head
    _ = line.takeLeft(ScreenFrame.promptColumns(.explore, in: line))
    _ = line.takeRight(shownIdentity(of: state).columns + 2)
    return line
  }

  /// As much of the query's identity as leaves room to type.
  private static func shownIdentity(of state: ExplorerState) -> Segments {
    let head = ScreenFrame(state.size).head
    let room = head.columns - ScreenFrame.promptColumns(.explore, in: head)
    return Segments.fitting(identity(of: state), columns: max(0, room - 32))
  }

  /// The characters of the line that could not be read; the query begins at the line's first that is not blank.
  private func fault(in state: ExplorerState) -> Range<Int>? {
    guard let range = (state.queryFailure ?? state.unfinished)?.range, !state.isWaiting else { return nil }
    return SearchFailure.marked(range, in: state.field.text)
  }

  private static func identity(of state: ExplorerState) -> [Segments] {
    guard !state.isBrowsing else { return [] }
    var pieces: [Segments] = []
    if let position = state.position {
      pieces.append(Segments("\(position + 1)/\(state.bench.queries.count)"))
    }
    pieces.append(Segments(state.query.id.text, Style(.muted)))
    if let kind = state.query.kind { pieces.append(Segments(kind, Style(.muted))) }
    if let split = state.query.split { pieces.append(Segments(split, Style(.muted))) }
    return pieces
  }
}
