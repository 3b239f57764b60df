internal import TerminalUI

/// A list of lines in the detail pane that can be longer than the pane.
protocol DetailPage {
  associatedtype Line
  /// What there is to read, already wrapped to the pane's width.
  var lines: [Line] { get }
  /// Draws one line.
  func draw(_ line: Line, on screen: inout Screen, in area: Rect, row: Int)
}

extension DetailPage {
  /// The furthest the page can be scrolled in `rows` rows.
  func lastScroll(rows: Int) -> Int { max(0, lines.count - rows) }

  /// Draws as many lines as fit, from `scroll` on; a mark says that there is more.
  func draw(on screen: inout Screen, in area: Rect, scroll: Int) {
    guard !area.isEmpty else { return }
    let first = min(scroll, lastScroll(rows: area.rows))
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      draw(line, on: &screen, in: area, row: area.row + row)
    }
    if first < lastScroll(rows: area.rows) {
      screen.put("…", column: area.maxColumn - 1, row: area.maxRow - 1, style: Style(.accent))
    }
  }
}
