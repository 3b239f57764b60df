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
    settleHints()
    settleTour()
    return effects + settled + worked + settleCompletion()
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

  /// Hides the hints when their time is over.
  private mutating func settleHints() {
    if let now, now >= HintLine.duration { showsHints = false }
  }

  private mutating func handle(_ action: Action) -> [Effect] {
    switch action {
    case .terminal(let event): return handle(event)
    case .searched(let reply): take(reply)
    case .searchFailed(let column, let generation, let failure):
      return fail(column: column, generation: generation, failure)
    case .deriving(let column, let generation, let share):
      guard columns.indices.contains(column) else { break }
      columns[column].take(derivation: share, generation: generation)
    case .completed(let reply): return take(reply)
    case .timePassed: break
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
    case .foundAll(let reply): findAll.take(reply)
    case .placedItems(let reply): take(reply)
    case .examinedPicture(let reply): viewer?.take(reply)
    case .openedScore(let reply): take(reply)
    case .openedMean(let reply): take(reply)
    case .located(let reply): take(reply)
    case .presets(let list): take(list)
    case .indexChanged(let news): indexNews = news
    case .reopened(let bench): return take(bench)
    case .modelSettled(let place, let failure): return takeModel(at: place, failure: failure)
    case .serverNews(let place, let text, let isFailure):
      return takeServerNews(of: place, text, isFailure: isFailure)
    case .notice(let text): notice = Notice(text)
    case .warning(let text): notice = Notice(text, isWarning: true)
    }
    return []
  }

  private mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let event): return handle(event)
    case .resized(let size): self.size = size
    case .capabilitiesKnown(let support): pictures = support
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // A repaint shows what was there: a message or the keys so far must not go.
    if case .binding(let binding) = keymap.match([key], in: context), binding.command == .redraw {
      return [.redraw]
    }
    notice = nil
    location = nil
    let keys = pendingKeys + [key]
    pendingKeys = []
    // Whoever presses keys in the results has found the way there.
    if key == .escape || view != .explore || focus == .results { showsHints = false }
    switch keymap.match(keys, in: context) {
    case .binding(let binding): return perform(binding.command, key: key)
    case .prefix: pendingKeys = keys
    case .none:
      guard case .character(let character) = key else { return pressBehind(keys) }
      // What does not go on with a sequence ends it, and means nothing by itself: nobody grades by a slip.
      guard keys.count == 1 else { return [] }
      if context.isTyping {
        return insert(String(character))
      } else if [.view(view), .picture].contains(context), view.screen.isForJudging,
        bench.scale.grade(forKey: character) != nil
      {
        // A letter of the scale; those that are commands here are left to the digits.
        return judge(.grade, key: key) ?? []
      }
    }
    return []
  }

  /// Presses keys that mean nothing in a list in the line behind it; only edits leave the list open.
  private mutating func pressBehind(_ keys: [Key]) -> [Effect] {
    guard let behind = contextBehind, let key = keys.last,
      case .binding(let binding) = keymap.match(keys, in: behind)
    else { return [] }
    historySearch = nil
    if case .edit = binding.command {} else { completion = nil }
    return perform(binding.command, key: key)
  }

  /// Puts text into the line that has the focus.
  private mutating func insert(_ text: String) -> [Effect] {
    switch context {
    case .palette: changePalette { $0.insert(text) }
    case .history: return searchHistory(forMore: text)
    case .note: noteEditor?.field.insert(text)
    case .completion where columnPrompt != nil, .columnPrompt: columnPrompt?.field.insert(text)
    default: return type(text)
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    pendingKeys = []
    // Pasted text never becomes commands.
    if [.palette, .history, .note, .columnPrompt].contains(context) || isCompletingFilter {
      return insert(text)
    }
    guard helpScroll == nil, opened.isEmpty, !isTooSmall else { return [] }
    guard presets == nil else { return [] }
    return view.screen.paste(text, in: &self) ?? []
  }

  mutating func perform(_ command: Command, key: Key) -> [Effect] {
    if let effects = performInList(command, key: key) { return effects }
    if noteEditor != nil, helpScroll == nil, let effects = editNote(command) { return effects }
    if helpScroll == nil, let effects = arrangeInDialogue(command) { return effects }
    if helpScroll == nil, !opened.isEmpty {
      if let effects = browseNumber(command) { return effects }
    } else if helpScroll == nil {
      if let effects = view.screen.perform(command, key: key, in: &self) { return effects }
      if let effects = judge(command, key: key) ?? share(command) { return effects }
    }
    switch command {
    case .quit: return (isInQueryLine ? noteQuery() : []) + [.quit]
    case .palette: return openPalette()
    case .tour(let command): tour(command)
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

  /// Performs a command in a list that is open above the view; `nil` leaves it to the view.
  private mutating func performInList(_ command: Command, key: Key) -> [Effect]? {
    switch (context, command) {
    case (.palette, .edit(let edit)): changePalette { $0.apply(edit) }
    case (.palette, .choose(let choice)): return palette.map { choose(choice, from: $0) }
    case (.history, .edit(let edit)): return searchHistory(edit)
    case (.history, .choose(.take)): return endHistorySearch(keeping: true) + leaveQuery()
    case (.history, .choose(.close)): return endHistorySearch(keeping: false)
    case (.completion, .choose(let choice)): return completion.map { choose(choice, from: $0, key: key) }
    default: return nil
    }
    return []
  }

  /// Goes to a view; the list of keys closes.
  mutating func show(_ view: View) -> [Effect] {
    helpScroll = nil
    opened = []
    columnPrompt = nil
    presets = nil
    let closed = closeViewer()
    guard view != self.view else { return closed + (resume() ?? []) }
    // What was being typed is finished by looking at it another way.
    let left = isInQueryLine ? leaveQuery() : []
    self.view = view
    return closed + left + view.screen.enter(&self)
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
