internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Moves in the list of keys, which is open.
  mutating func scrollHelp(_ command: Command) {
    helpScroll = command.position(
      from: helpScroll ?? 0, page: max(1, size.rows - 4), last: HelpPage(self).lastScroll)
  }

  /// Moves the cursor.
  mutating func move(_ command: Command) {
    let layout = ExplorerLayout(self)
    // Keys that come before the first answer move in what is to come.
    let rows = ranking == nil && isWaiting ? depth : columns[focusedColumn].rowCount
    let last = max(0, rows - 1)
    let target =
      layout.grid?.position(command, from: cursor, last: last)
      ?? command.position(from: cursor, page: max(1, layout.visibleRows), last: last)
    // A page moves the view by as much as the cursor, so that the eye finds it in the same place.
    if command == .pageDown || command == .pageUp { scroll += target - cursor }
    cursor = target
    detailScroll = 0
  }

  /// Moves the cursor to the next item of the answer, or back by one, whichever way the items stand.
  mutating func moveOn(by items: Int = 1) {
    cursor = min(max(0, cursor + items), max(0, columns[focusedColumn].rowCount - 1))
    detailScroll = 0
  }

  /// Moves the cursor sideways in a grid; past its edge lies the neighbouring column.
  mutating func moveSideways(by items: Int, in grid: GridLayout) {
    let rowStart = cursor - cursor % grid.across
    let target = cursor + items
    if target >= rowStart, target < min(rowStart + grid.across, columns[focusedColumn].rowCount) {
      moveOn(by: items)
    } else if columns.indices.contains(focusedColumn + items) {
      focusColumn(focusedColumn + items)
      if isLinked { cursor = items > 0 ? rowStart : rowStart + grid.across - 1 }
      moveOn(by: 0)
    }
  }

  /// Shows the results another way; the item under the cursor stays.
  mutating func switchStyle() {
    style = style.next
    notice = Notice(style.words)
  }

  /// Keeps cursor and view inside the answer and the cursor inside the view.
  mutating func keepCursorInSight() {
    focusedColumn = min(focusedColumn, columns.count - 1)
    // While nothing has arrived, the place is kept for what will.
    guard ranking != nil else { return }
    let layout = ExplorerLayout(self)
    cursor = min(cursor, max(0, columns[focusedColumn].rowCount - 1))
    let longest = isLinked ? columns.map(\.rowCount).max() ?? 0 : columns[focusedColumn].rowCount
    if let grid = layout.grid {
      scroll = grid.scroll(scroll, showing: cursor, of: longest)
      return
    }
    let visible = max(1, layout.visibleRows)
    scroll = min(max(scroll, cursor - visible + 1), cursor)
    scroll = max(0, min(scroll, longest - visible))
  }

  mutating func show(_ mode: DetailMode) {
    detail = mode
    detailScroll = 0
  }

  mutating func scrollDetail(by lines: Int) {
    let last = ExplorerLayout(self).detail.flatMap { DetailLayout(self, in: $0)?.lastScroll } ?? 0
    detailScroll = min(last, max(0, detailScroll + lines))
  }

  /// Where one stands in a column's list.
  package func place(in column: Int) -> ListPlace {
    guard isLinked || column == focusedColumn else {
      return columns[column].place.within(rows: columns[column].rowCount)
    }
    var place = ListPlace()
    (place.cursor, place.scroll) = (cursor, scroll)
    return place
  }

  /// Gives a column the focus; lists that do not scroll together keep their places.
  mutating func focusColumn(_ column: Int) {
    let column = min(max(0, column), columns.count - 1)
    guard column != focusedColumn else { return }
    if !isLinked {
      columns[focusedColumn].place = place(in: focusedColumn)
      (cursor, scroll) = (columns[column].place.cursor, columns[column].place.scroll)
      detailScroll = 0
    }
    focusedColumn = column
  }

  /// Asks for the detail of the item under the cursor when the pane shows another one, or another plan.
  mutating func inspectCurrent() -> [Effect] {
    guard detail != .off, let ranking, let current else {
      inspection.clear()
      return []
    }
    let wanted = InspectRequest(
      generation: inspection.request?.generation ?? 0, ordinal: current.item.ordinal, query: ranking.query,
      plan: ranking.plan, typing: ranking.typing)
    guard inspection.request != wanted else { return [] }
    generation += 1
    let request = InspectRequest(
      generation: generation, ordinal: wanted.ordinal, query: wanted.query, plan: wanted.plan,
      typing: wanted.typing)
    inspection.ask(request)
    return [.inspect(request)]
  }
}

extension Command {
  /// Where a command that moves leads to from a position in a list whose last one is `last`.
  func position(from position: Int, page: Int, last: Int) -> Int {
    let target =
      switch self {
      case .down: position + 1
      case .up: position - 1
      case .top: 0
      case .bottom: last
      case .pageDown: position + page
      case .pageUp: position - page
      default: position
      }
    return min(last, max(0, target))
  }
}
