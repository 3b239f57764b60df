internal import TerminalUI

extension ExplorerState {
  /// Takes one thing that happened into account and says what the world has to do next.
  ///
  /// Pure: the same state and action give the same state and effects. Effects are to be performed in order.
  package mutating func reduce(_ action: Action) -> [Effect] {
    let effects = handle(action)
    return effects + view.screen.settle(&self)
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
    // Pasted text never becomes commands.
    guard helpScroll == nil, !isTooSmall else { return [] }
    return view.screen.paste(text, in: &self) ?? []
  }

  private mutating func perform(_ command: Command, key: Key) -> [Effect] {
    if helpScroll == nil, let effects = view.screen.perform(command, key: key, in: &self) { return effects }
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .compileQrels: return [.compileQrels]
    case .reload: return reload()
    case .show(let view): return show(view)
    case .help: helpScroll = helpScroll == nil ? 0 : nil
    case .editQuery: return show(.explore) + focusQuery()
    case .undo: return takeBack(book.undo(), nothing: "nothing to undo", verb: "undone")
    case .redo: return takeBack(book.redo(), nothing: "nothing to redo", verb: "redone")
    case .back where helpScroll != nil: helpScroll = nil
    case .back: return show(.explore)
    default: if helpScroll != nil { scrollHelp(command) }
    }
    return []
  }

  /// Goes to a view; the list of keys closes.
  private mutating func show(_ view: View) -> [Effect] {
    helpScroll = nil
    guard view != self.view else { return [] }
    // What was being typed is finished by looking at it another way.
    let left = context == .query ? leaveQuery() : []
    self.view = view
    return left + view.screen.enter(&self)
  }

  private mutating func focusQuery() -> [Effect] {
    focus = .query
    return []
  }
}
