internal import TerminalUI

/// The list of candidates below the query line, or above the line of a column's filter, where what they complete begins.
struct CompletionPanel {
  /// As many candidates as are shown at once.
  private static let visible = 8
  private static let widest = 56

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let completion = state.completion, let reply = completion.reply else { return }
    guard let lines = Self.lines(in: state) else { return }
    let rows = rows(completion, reply, lines.shown)
    var popUp = PopUp(frame: lines.frame, title: reply.subject)
    if !reply.candidates.isEmpty {
      let place = "\(completion.selected + 1)/\(Numerals.grouped(reply.total))"
      let keys = keys(state, isAlone: reply.candidates.count == 1) + " · " + place
      popUp.footer = DisplayWidth.of(keys) + 6 <= lines.frame.columns ? keys : place
    }
    popUp.draw(rows, on: &screen)
  }

  /// What goes to the next candidate and what takes one; tab takes the only one.
  private func keys(_ state: ExplorerState, isAlone: Bool) -> String {
    let (next, take) = (state.key(of: .choose(.next)), state.key(of: .choose(.take)))
    guard isAlone else { return "\(next) next · \(take) takes" }
    return (next == Key.tab.label ? next : take) + " takes"
  }

  /// Where the candidates stand; `nil` while none are listed.
  static func lines(in state: ExplorerState) -> ChoiceLines? {
    guard let completion = state.completion, let reply = completion.reply else { return nil }
    let count = reply.candidates.count
    let first = PopUp.firstLine(selected: completion.selected, count: count, visible: visible)
    let shown = first..<min(count, first + visible)
    let frame = place(of: reply, in: completion, state, rows: max(1, shown.count))
    return ChoiceLines(frame: frame, row: frame.row + 1, shown: shown)
  }

  private func rows(_ completion: Completion, _ reply: CompletionReply, _ shown: Range<Int>) -> [PopUp.Row] {
    guard !reply.candidates.isEmpty else {
      return [PopUp.Row(left: Segments(reply.remark ?? "none begins with what is typed", Style(.muted)))]
    }
    return shown.map { index in
      let candidate = reply.candidates[index]
      let detail = Fitting.truncate(candidate.detail, columns: Self.widest / 2, cut: .atWord)
      return PopUp.Row(
        left: Segments(candidate.label), right: Segments(detail, Style(.muted)),
        isSelected: index == completion.selected)
    }
  }

  private static func place(
    of reply: CompletionReply, in completion: Completion, _ state: ExplorerState, rows: Int
  ) -> Rect {
    let frame = ScreenFrame(state.size)
    let wanted =
      reply.candidates.map { DisplayWidth.of($0.label) + DisplayWidth.of($0.detail) + 2 }.max() ?? 0
    let remark = reply.remark.map { DisplayWidth.of($0) } ?? 30
    let width = min(
      frame.body.columns, max(reply.candidates.isEmpty ? remark : min(wanted, widest), 30) + 4)
    let filter = EntryLine.filterLine(of: state)
    let line = filter ?? QueryPanel.line(of: state)
    let field = state.columnPrompt?.field ?? state.field
    var before = String.UnicodeScalarView()
    before.append(contentsOf: Array(completion.request.text.unicodeScalars).prefix(reply.range.lowerBound))
    let start = line.column + field.column(of: String(before).count, columns: line.columns)
    var body = frame.body
    if filter != nil { _ = body.takeBottom(1) }
    let height = min(body.rows, rows + 2)
    return Rect(
      column: max(0, min(start - 2, body.maxColumn - width)),
      row: filter == nil ? body.row : body.maxRow - height, columns: width, rows: height)
  }
}
