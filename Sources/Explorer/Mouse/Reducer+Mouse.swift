internal import TerminalUI

/// Where the mouse was pressed, and what a drag from there moves.
struct MousePress: Hashable, Sendable {
  var column: Int
  var row: Int
  /// When, in milliseconds since the session began.
  let time: Int
  /// The slider that was pressed on.
  let slider: Parameter?
}

extension ExplorerState {
  /// Two presses in the same cell within this many milliseconds are one double click.
  static let doubleClick = 400
  /// How many rows the wheel moves at a time.
  private static let wheelRows = 3

  /// Does what the mouse asks for: a click selects, the wheel scrolls, a drag on a slider moves it, a double click opens.
  ///
  /// Everything it does can also be done with keys.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    notice = nil
    pendingKeys = []
    guard !isTooSmall else { return [] }
    if context == .picture { return look(with: event) }
    switch event.action {
    case .wheelUp: return turnWheel(.up, at: event)
    case .wheelDown: return turnWheel(.down, at: event)
    case .press: return press(at: event)
    case .drag: return drag(to: event)
    case .release: return []
    }
  }

  /// Over a picture the wheel makes it larger or smaller, and a drag moves it.
  private mutating func look(with event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: return look(.picture(.larger)) ?? []
    case .wheelDown: return look(.picture(.smaller)) ?? []
    case .press: mousePress = MousePress(column: event.column, row: event.row, time: now ?? 0, slider: nil)
    case .drag:
      guard let press = mousePress else { return [] }
      drag(columns: event.column - press.column, rows: event.row - press.row)
      mousePress?.column = event.column
      mousePress?.row = event.row
    case .release: mousePress = nil
    }
    return []
  }

  private mutating func turnWheel(_ command: Command, at event: MouseEvent) -> [Effect] {
    mousePress = nil
    if helpScroll != nil {
      for _ in 0..<Self.wheelRows { scrollHelp(command) }
      return []
    }
    guard [.query, .number].contains(context) || KeyContext.views.contains(context) else { return [] }
    if !opened.isEmpty { return repeatedly { $0.browseNumber(command) } }
    guard view == .explore else {
      return repeatedly { $0.view.screen.perform(command, key: .down, in: &$0) }
    }
    if ExplorerLayout(self).detail?.contains(event) == true {
      scrollDetail(by: command == .up ? -Self.wheelRows : Self.wheelRows)
    } else {
      let before = cursor
      // A row of a grid is as tall as several of a list.
      for _ in 0..<(style == .list ? Self.wheelRows : 1) { move(command) }
      scroll += cursor - before
    }
    return []
  }

  private mutating func repeatedly(_ step: (inout ExplorerState) -> [Effect]?) -> [Effect] {
    (0..<Self.wheelRows).reduce(into: []) { effects, _ in effects += step(&self) ?? [] }
  }

  private mutating func press(at event: MouseEvent) -> [Effect] {
    let former = mousePress
    let layout = ExplorerLayout(self)
    let isExploring = [.query, .results].contains(context)
    let slider = isExploring && layout.sliders.contains(event) ? slider(at: event.column, in: layout) : nil
    let time = now ?? 0
    mousePress = MousePress(column: event.column, row: event.row, time: time, slider: slider)
    if context == .view(.findAll) { pressInFindAll(at: event) }
    guard isExploring else { return [] }
    if layout.query.contains(event) {
      focus = .query
    } else if let slider {
      self.slider = slider
    } else if let column = layout.columns.first(where: { $0.body.contains(event) || $0.head.contains(event) })
    {
      let isDouble =
        former.map { $0.column == event.column && $0.row == event.row && time - $0.time <= Self.doubleClick }
        ?? false
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

  /// Moves the slider that was pressed on by a step for each cell.
  private mutating func drag(to event: MouseEvent) -> [Effect] {
    if context == .view(.findAll) { dragInFindAll(to: event) }
    guard let press = mousePress, let slider = press.slider, event.column != press.column else { return [] }
    mousePress?.column = event.column
    return slide(slider, by: event.column - press.column)
  }

  private func slider(at column: Int, in layout: ExplorerLayout) -> Parameter? {
    let strip = SliderStrip(self, columns: layout.sliders.columns - SliderStrip.margin)
    return strip.parameter(at: column - layout.sliders.column - SliderStrip.start)
  }
}

extension Rect {
  /// Whether the event's cell lies in it.
  fileprivate func contains(_ event: MouseEvent) -> Bool {
    event.column >= column && event.column < maxColumn && event.row >= row && event.row < maxRow
  }
}
