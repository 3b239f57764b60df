internal import TerminalUI

extension ExplorerState {
  /// A press in the Explore view: on the query line, on a slider, on a column or an item of it.
  mutating func clickInExplore(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    let layout = ExplorerLayout(self)
    if layout.query.contains(event) {
      focus = .query
    } else if layout.sliders.contains(event) {
      return clickSlider(at: event, layout)
    } else if let column = layout.columns.first(where: { $0.body.contains(event) || $0.head.contains(event) })
    {
      return select(column, layout, at: event, opening: isDouble)
    }
    return []
  }

  /// Moves the commands to the column and the item that were pressed on.
  private mutating func select(
    _ column: ExplorerLayout.Column, _ layout: ExplorerLayout, at event: MouseEvent, opening: Bool
  ) -> [Effect] {
    let effects = leaveQuery()
    let row = layout.listRow(
      column: event.column, row: event.row, in: column.body, scroll: place(in: column.index).scroll)
    focusColumn(column.index)
    guard let row, column.body.contains(event), row < columns[focusedColumn].rowCount else { return effects }
    cursor = row
    detailScroll = 0
    if opening { show(.picture) }
    return effects
  }

  /// Scrolls the detail pane, or else the list under the pointer.
  mutating func turnWheelInExplore(_ command: Command, at event: MouseEvent) {
    let layout = ExplorerLayout(self)
    if layout.detail?.contains(event) == true {
      scrollDetail(by: command == .up ? -Self.wheelRows : Self.wheelRows)
      return
    }
    // Lists that do not scroll together scroll where the pointer is.
    if !isLinked, let column = layout.columns.first(where: { $0.body.contains(event) }) {
      focusColumn(column.index)
    }
    let before = cursor
    // A row of a grid is as tall as several of a list.
    for _ in 0..<(style == .list ? Self.wheelRows : 1) { move(command) }
    scroll += cursor - before
  }
}
