internal import Relevance
internal import TerminalUI

extension ExplorerState {
  /// Takes one thing that happened into account and says what the world has to do next.
  ///
  /// Pure: the same state, action and time give the same state and effects. Effects are to be performed in order.
  /// `now` is the time in milliseconds since the session began; without it, time stands still.
  package mutating func reduce(_ action: Action, at now: Int? = nil) -> [Effect] {
    self.now = now ?? self.now
    let effects = handle(action)
    let settled = view.screen.settle(&self)
    let worked = settleNumbers()
    attend()
    return effects + settled + worked
  }

  /// Notes since when the item before the eyes has been there.
  private mutating func attend() {
    guard case .subject(let subject) = view.screen.judgeable(in: self), let now else {
      attention = nil
      return
    }
    guard attention.map({ !$0.subject.isSamePair(as: subject) }) ?? true else { return }
    attention = Attention(subject: subject, since: now)
  }

  private mutating func handle(_ action: Action) -> [Effect] {
    switch action {
    case .terminal(let event): return handle(event)
    case .searched(let reply): take(reply)
    case .searchFailed(let column, let generation, let failure):
      guard columns.indices.contains(column) else { break }
      if columns[column].fail(generation: generation, failure) {
        measureColumns()
        relateColumns()
      }
    case .deriving(let column, let generation, let share):
      guard columns.indices.contains(column) else { break }
      columns[column].take(derivation: share, generation: generation)
    case .inspected(let reply): inspection.take(reply)
    case .queued(let generation, let queue):
      let book = book
      labelling.take(queue, generation: generation) { book.isDecided($0) }
    case .queueProgress(let progress): labelling.take(progress)
    case .queueFailed(let generation, let message): labelling.fail(generation: generation, message)
    case .judged(let token, let clock):
      if book.saved(token: token) { savedAt = clock }
    case .judgmentFailed(let token, let message): judgmentFailed(token, message)
    case .rankedQueries(let reply): return take(reply)
    case .derivingForQueries(let generation, let share):
      board.take(derivation: share, generation: generation)
    case .comparedPair(let reply): board.verdict.take(reply)
    case .measuredCurves(let reply): curves.take(reply)
    case .openedScore(let reply): take(reply)
    case .openedMean(let reply): take(reply)
    case .located(let reply): take(reply)
    case .presets(let list): take(list)
    case .indexChanged(let news): indexNews = news
    case .reopened(let bench): return take(bench)
    case .modelSettled(let place, let failure): return takeModel(at: place, failure: failure)
    case .serverNews(let text, let isFailure): return takeServerNews(text, isFailure: isFailure)
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
    location = nil
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch keymap.match(keys, in: context) {
    case .binding(let binding): return perform(binding.command, key: key)
    case .prefix: pendingKeys = keys
    case .none:
      guard case .character(let character) = key else { break }
      if noteEditor != nil, context == .note {
        noteEditor?.field.insert(String(character))
      } else if context == .columnPrompt {
        columnPrompt?.field.insert(String(character))
      } else if context == .query {
        return type(String(character))
      } else if context == .view(view), view.screen.isForJudging, bench.scale.grade(forKey: character) != nil
      {
        // A letter of the scale; those that are commands here are left to the digits.
        return judge(.grade, key: key) ?? []
      }
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    pendingKeys = []
    // Pasted text never becomes commands.
    guard helpScroll == nil, opened.isEmpty, !isTooSmall else { return [] }
    if noteEditor != nil {
      noteEditor?.field.insert(text)
      return []
    }
    if columnPrompt != nil {
      columnPrompt?.field.insert(text)
      return []
    }
    guard presets == nil else { return [] }
    return view.screen.paste(text, in: &self) ?? []
  }

  private mutating func perform(_ command: Command, key: Key) -> [Effect] {
    if noteEditor != nil, helpScroll == nil, let effects = editNote(command) { return effects }
    if helpScroll == nil, let effects = arrangeInDialogue(command) { return effects }
    if helpScroll == nil, !opened.isEmpty {
      if let effects = browseNumber(command) { return effects }
    } else if helpScroll == nil {
      if let effects = view.screen.perform(command, key: key, in: &self) { return effects }
      if let effects = judge(command, key: key) { return effects }
    }
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .compileQrels: return [.compileQrels]
    case .reload: return reload()
    case .show(let view): return show(view)
    case .nextMeasure: measure(by: board.measure.moved(by: 1))
    case .previousMeasure: measure(by: board.measure.moved(by: -1))
    case .help: helpScroll = helpScroll == nil ? 0 : nil
    case .editQuery: return show(.explore) + focusQuery()
    case .back where helpScroll != nil: helpScroll = nil
    case .back: return show(.explore)
    default: if helpScroll != nil { scrollHelp(command) }
    }
    return []
  }

  /// Goes to a view; the list of keys closes.
  mutating func show(_ view: View) -> [Effect] {
    helpScroll = nil
    opened = []
    columnPrompt = nil
    presets = nil
    guard view != self.view else { return [] }
    // What was being typed is finished by looking at it another way.
    let left = context == .query ? leaveQuery() : []
    self.view = view
    return left + view.screen.enter(&self)
  }

  /// Lets every number be of another measure.
  private mutating func measure(by choice: MeasureChoice) {
    board.measure = choice
    measureColumns()
  }

  private mutating func focusQuery() -> [Effect] {
    focus = .query
    return []
  }
}
