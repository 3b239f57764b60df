internal import TerminalUI

/// The list of candidates below the query line, where what they complete begins.
struct CompletionPanel {
  /// As many candidates as are shown at once.
  private static let visible = 8
  private static let widest = 56

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let completion = state.completion, let reply = completion.reply else { return }
    let rows = rows(completion, reply)
    let place = place(of: reply, in: completion, state, rows: rows.count)
    var popUp = PopUp(frame: place, title: reply.subject)
    if !reply.candidates.isEmpty {
      popUp.footer = "\(completion.selected + 1)/\(Numerals.grouped(reply.total))"
    }
    popUp.draw(rows, on: &screen)
  }

  private func rows(_ completion: Completion, _ reply: CompletionReply) -> [PopUp.Row] {
    guard !reply.candidates.isEmpty else {
      return [PopUp.Row(left: Segments(reply.remark ?? "none begins with what is typed", Style(.muted)))]
    }
    let count = reply.candidates.count
    let first = PopUp.firstLine(selected: completion.selected, count: count, visible: Self.visible)
    return (first..<min(count, first + Self.visible)).map { index in
      let candidate = reply.candidates[index]
      let detail = Fitting.truncate(candidate.detail, columns: Self.widest / 2, cut: .atWord)
      return PopUp.Row(
        left: Segments(candidate.label), right: Segments(detail, Style(.muted)),
        isSelected: index == completion.selected)
    }
  }

  private func place(of reply: CompletionReply, in completion: Completion, _ state: ExplorerState, rows: Int)
    -> Rect
  {
    let frame = ScreenFrame(state.size)
    let wanted =
      reply.candidates.map { DisplayWidth.of($0.label) + DisplayWidth.of($0.detail) + 2 }.max() ?? 0
    let remark = reply.remark.map { DisplayWidth.of($0) } ?? 30
    let width = min(
      frame.body.columns, max(reply.candidates.isEmpty ? remark : min(wanted, Self.widest), 24) + 4)
    let line = QueryPanel.line(of: state)
    var before = String.UnicodeScalarView()
    before.append(contentsOf: Array(completion.request.text.unicodeScalars).prefix(reply.range.lowerBound))
    let start = line.column + state.field.column(of: String(before).count, columns: line.columns)
    return Rect(
      column: max(0, min(start - 2, frame.body.maxColumn - width)), row: frame.body.row, columns: width,
      rows: min(frame.body.rows, rows + 2))
  }
}
