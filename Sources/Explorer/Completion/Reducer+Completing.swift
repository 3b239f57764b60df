internal import TerminalUI

extension ExplorerState {
  /// Asks what the text before the cursor may go on with.
  mutating func complete() -> [Effect] {
    generation += 1
    let request = CompletionRequest(
      generation: generation, text: field.textBeforeCursor,
      shown: ranking.map { $0.cards.prefix(Self.firstDepth).map(\.id) } ?? [])
    if completion == nil {
      completion = Completion(request: request)
    } else {
      completion?.request = request
      completion?.takesNext = false
    }
    return [.complete(request)]
  }

  /// Performs a command in the list of candidates.
  mutating func choose(_ command: ChoiceCommand, from completion: Completion) -> [Effect] {
    let count = completion.reply?.candidates.count ?? 0
    switch command {
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
    let text = field.textBeforeCursor
    guard context == .completion || context == .query, !text.isEmpty || completion.request.text.isEmpty
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
    guard let request = completion?.request else { return [] }
    completion = nil
    let typed = Array(request.text.unicodeScalars)
    guard reply.range.upperBound == typed.count, field.textBeforeCursor == request.text else { return [] }
    var before = String.UnicodeScalarView()
    before.append(contentsOf: typed[..<reply.range.lowerBound])
    let start = String(before).count
    let endsLine = field.isCursorAtEnd
    let effects = change { field in
      field.replace(start..<field.cursor, with: candidate.text + (candidate.goesOn || !endsLine ? "" : " "))
    }
    // Behind a name or a folder the next list follows by itself.
    return candidate.goesOn ? effects + complete() : effects
  }
}
