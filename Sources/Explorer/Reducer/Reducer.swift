internal import TerminalUI

extension ExplorerState {
  /// Takes one thing that happened into account and says what the world has to do next.
  ///
  /// Pure: the same state and action give the same state and effects. Effects are to be performed in order.
  package mutating func reduce(_ action: Action) -> [Effect] {
    let effects = handle(action)
    returnToSoughtItem()
    keepCursorInSight()
    return effects + searchDeeperNearTheEnd() + inspectCurrent()
  }

  private mutating func handle(_ action: Action) -> [Effect] {
    switch action {
    case .terminal(let event): return handle(event)
    case .searched(let reply): take(reply)
    case .searchFailed(let column, let generation, let failure):
      guard columns.indices.contains(column) else { break }
      if columns[column].fail(generation: generation, failure) { measureColumns() }
    case .inspected(let reply): inspection.take(reply)
    case .judged(let token, let clock):
      if book.saved(token: token) { savedAt = clock }
    case .judgmentFailed(let token, let message): judgmentFailed(token, message)
    case .indexChanged(let news): indexNews = news
    case .reopened(let bench): return take(bench)
    case .notice(let text): notice = Notice(text)
    case .warning(let text): notice = Notice(text, isWarning: true)
    }
    return []
  }

  private mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .resized(let size): self.size = size
    case .capabilitiesKnown(let support): pictures = support
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch keymap.match(keys, in: context) {
    case .binding(let binding): return perform(binding.command, key: key)
    case .prefix: pendingKeys = keys
    case .none:
      if context == .query, case .character(let character) = key { return type(String(character)) }
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    pendingKeys = []
    // Pasted text never becomes commands: outside the query line it goes there.
    guard context == .query || context == .results else { return [] }
    focus = .query
    let effects = type(text)
    if field.isFull {
      notice = Notice("the query line holds \(TextField.limit) characters; no more is taken")
    }
    return effects
  }

  private mutating func perform(_ command: Command, key: Key) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .compileQrels: return [.compileQrels]
    case .reload: return reload()
    case .help: helpScroll = helpScroll == nil ? 0 : nil
    case .back: goBack()
    case .editQuery: focus = .query
    case .leaveQuery: return leaveQuery()
    case .edit(let edit): return change { $0.apply(edit) }
    case .down, .up, .top, .bottom, .pageDown, .pageUp: move(command)
    case .columnLeft: focusedColumn = max(0, focusedColumn - 1)
    case .columnRight: focusedColumn = min(columns.count - 1, focusedColumn + 1)
    case .switchMode, .switchPrecision, .switchStages, .switchCoarsePrecision, .switchFusion,
      .switchNormalisation:
      return switchSetting(command)
    case .shorter: return slide(.dimensions, by: -1)
    case .longer: return slide(.dimensions, by: 1)
    case .nextSlider: slider = slider(after: slider, by: 1)
    case .previousSlider: slider = slider(after: slider, by: -1)
    case .slideDown: return slide(slider, by: -1)
    case .slideUp: return slide(slider, by: 1)
    case .rotateDetail: show(detail.next)
    case .explain: show(.explanation)
    case .detailDown: scrollDetail(by: 1)
    case .detailUp: scrollDetail(by: -1)
    case .grade: return grade(key)
    case .clearGrade: return give(nil)
    case .skip: advance()
    case .undo: return takeBack(book.undo(), nothing: "nothing to undo", verb: "undone")
    case .redo: return takeBack(book.redo(), nothing: "nothing to redo", verb: "redone")
    case .previousQuery: return walk(by: -1)
    case .nextQuery: return walk(by: 1)
    }
    return []
  }

  private mutating func goBack() {
    if helpScroll != nil {
      helpScroll = nil
    } else if detail != .off {
      show(.off)
    }
  }
}
