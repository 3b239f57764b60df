internal import TerminalUI

extension ExplorerState {
  /// The line that can be completed: the filter of a column while one is written, or else the query line.
  var completedLine: TextField? {
    guard let prompt = columnPrompt else { return isInQueryLine ? field : nil }
    return prompt.isFilter ? prompt.field : nil
  }

  /// Asks what the text before the cursor may go on with.
  mutating func complete() -> [Effect] {
    guard let line = completedLine else { return [] }
    generation += 1
    let request = CompletionRequest(
      generation: generation, text: line.textBeforeCursor,
      shown: ranking.map { $0.cards.prefix(Self.firstDepth).map(\.id) } ?? [],
      isFilter: columnPrompt?.isFilter ?? false)
    if completion == nil {
      completion = Completion(request: request)
    } else {
      completion?.request = request
      completion?.takesNext = false
    }
    return [.complete(request)]
  }

  /// Performs a command in the list of candidates, asked for by `key`, if by any.
  mutating func choose(_ command: ChoiceCommand, from completion: Completion, key: Key? = nil) -> [Effect] {
    let count = completion.reply?.candidates.count ?? 0
    switch command {
    // A lone candidate is taken, as when nothing was listed yet; other keys only move.
    case .next where key == .tab && count == 1 && completion.isCurrent:
      return choose(.take, from: completion)
    case .next: self.completion?.selected = count == 0 ? 0 : (completion.selected + 1) % count
    case .previous: self.completion?.selected = count == 0 ? 0 : (completion.selected + count - 1) % count
    case .take:
      // What is listed for an older text must not take the place of another.
      guard completion.isCurrent, let reply = completion.reply, count > 0 else {
        self.completion?.takesNext = !completion.isCurrent
        break
      }
      return take(reply.candidates[completion.selected], of: reply)
    case .close: self.completion = nil
    }
    return []
  }

  /// Shows an answer; a lone candidate is taken at once, as in a shell.
  mutating func take(_ reply: CompletionReply) -> [Effect] {
    guard let completion, reply.generation == completion.request.generation else { return [] }
    if !completion.isOpen {
      if reply.candidates.isEmpty, reply.remark == nil {
        self.completion = nil
        notice = Notice("nothing is called so: no \(reply.subject) begins with what is typed")
        return []
      }
      if reply.total == 1, let only = reply.candidates.first {
        self.completion?.reply = reply
        return take(only, of: reply)
      }
    }
    if completion.takesNext, let first = reply.candidates.first { return take(first, of: reply) }
    self.completion?.reply = reply
    self.completion?.selected = 0
    self.completion?.takesNext = false
    return []
  }

  /// Keeps the list about what stands in the line; closes it when the cursor leaves what was being written.
  mutating func settleCompletion() -> [Effect] {
    guard let completion else { return [] }
    guard [.completion, .query, .columnPrompt].contains(context), let text = completedLine?.textBeforeCursor,
      completion.request.isFilter == (columnPrompt != nil), !text.isEmpty || completion.request.text.isEmpty
    else {
      self.completion = nil
      return []
    }
    guard completion.request.text != text else { return [] }
    // Whoever types on before anything is listed does not want it any more.
    guard completion.isOpen else {
      self.completion = nil
      return []
    }
    return complete()
  }

  private mutating func take(_ candidate: CompletionCandidate, of reply: CompletionReply) -> [Effect] {
    guard let request = completion?.request, let line = completedLine else { return [] }
    completion = nil
    let typed = Array(request.text.unicodeScalars)
    guard reply.range.upperBound == typed.count, line.textBeforeCursor == request.text else { return [] }
    var before = String.UnicodeScalarView()
    before.append(contentsOf: typed[..<reply.range.lowerBound])
    let start = String(before).count
    let endsLine = line.isCursorAtEnd
    let effects = changeCompletedLine { line in
      line.replace(start..<line.cursor, with: candidate.text + (candidate.goesOn || !endsLine ? "" : " "))
    }
    // Behind a name or a folder the next list follows by itself.
    return candidate.goesOn ? effects + complete() : effects
  }

  private mutating func changeCompletedLine(_ edit: (inout TextField) -> Void) -> [Effect] {
    guard var prompt = columnPrompt else { return change(edit) }
    edit(&prompt.field)
    columnPrompt = prompt
    return []
  }
}
