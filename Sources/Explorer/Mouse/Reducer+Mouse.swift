internal import TerminalUI

extension ExplorerState {
  /// Does what the mouse asks for: a click selects, the wheel scrolls what it is over, a click or a drag on a slider
  /// moves it, a double click opens.
  ///
  /// Everything it does can also be done with keys.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    // What was pressed on is what showed: a message covers the reminders.
    let reminder = event.action == .press && !isTooSmall ? StatusPanel().click(at: event, in: self) : nil
    notice = nil
    pendingKeys = []
    guard !isTooSmall else { return [] }
    if context == .picture, reminder == nil { return look(with: event) }
    switch event.action {
    case .wheelUp, .wheelDown:
      mousePress = nil
      return turnWheel(event.action == .wheelUp ? .up : .down, at: event)
    case .press:
      let press = MousePress(event, now: now ?? 0)
      let isDouble = press.isDouble(after: mousePress)
      mousePress = press
      if let reminder { return perform(reminder.command, key: reminder.key) }
      return click(at: event, isDouble: isDouble)
    case .drag:
      if context == .view(.findAll) { dragInFindAll(to: event) }
      return dragSlider(to: event)
    case .release: return []
    }
  }

  /// Over a picture the wheel makes it larger or smaller, and a drag moves it.
  private mutating func look(with event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: return look(.picture(.larger)) ?? []
    case .wheelDown: return look(.picture(.smaller)) ?? []
    case .press: mousePress = MousePress(event, now: now ?? 0)
    case .drag:
      guard let press = mousePress else { return [] }
      drag(columns: event.column - press.column, rows: event.row - press.row)
      mousePress?.column = event.column
      mousePress?.row = event.row
    case .release: mousePress = nil
    }
    return []
  }

  private mutating func click(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    switch context {
    case .palette: return clickInPalette(at: event)
    case .completion: return clickInCompletion(at: event, isDouble: isDouble)
    case .presets: return clickInPresets(at: event, isDouble: isDouble)
    case .number: return clickInNumber(at: event, isDouble: isDouble)
    case .query, .view: return view.screen.press(at: event, isDouble: isDouble, in: &self)
    case .history, .note, .columnPrompt, .picture, .help, .tooSmall: return []
    }
  }

  /// Performs what the wheel asks for where it is over, or else in the view.
  private mutating func turnWheel(_ command: Command, at event: MouseEvent) -> [Effect] {
    switch context {
    case .help: for _ in 0..<Self.wheelRows { scrollHelp(command) }
    case .palette: scrollPalette(command)
    case .completion where CompletionPanel.lines(in: self)?.frame.contains(event) == true:
      scrollCompletion(command)
    case .presets: return arrangeInDialogue(command) ?? []
    case .number: return repeatedly { $0.browseNumber(command) }
    case .query, .completion, .view:
      return view.screen.turnWheel(command, at: event, in: &self)
    case .history, .note, .columnPrompt, .picture, .tooSmall: break
    }
    return []
  }

  /// How many rows the wheel moves at a time.
  static let wheelRows = 3

  /// Does as many steps as the wheel moves rows.
  mutating func repeatedly(_ step: (inout ExplorerState) -> [Effect]?) -> [Effect] {
    (0..<Self.wheelRows).reduce(into: []) { effects, _ in effects += step(&self) ?? [] }
  }
}
