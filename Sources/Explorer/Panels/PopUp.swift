internal import TerminalUI

/// A framed list above everything else, with what it is about in its upper edge.
struct PopUp {
  /// One line of the list.
  struct Row {
    var left: Segments
    var right = Segments()
    var isSelected = false
  }

  /// The frame's cells.
  let frame: Rect
  let title: String
  /// What stands in the lower edge.
  var footer = ""

  /// The cells inside the frame.
  var inside: Rect {
    Rect(
      column: frame.column + 2, row: frame.row + 1, columns: max(0, frame.columns - 4),
      rows: max(0, frame.rows - 2))
  }

  func draw(_ rows: [Row], on screen: inout Screen) {
    screen.fill(frame)
    // A picture under the list would be painted over it.
    screen.pictures.removeAll { !$0.frame.intersection(frame).isEmpty }
    drawEdges(on: &screen)
    for (index, row) in rows.prefix(inside.rows).enumerated() {
      draw(row, at: inside.row + index, on: &screen)
    }
  }

  private func drawEdges(on screen: inout Screen) {
    let style = Style(.muted)
    for (row, left, right) in [(frame.row, "┌", "┐"), (frame.maxRow - 1, "└", "┘")] {
      let edge = left + String(repeating: "─", count: max(0, frame.columns - 2)) + right
      screen.put(edge, column: frame.column, row: row, style: style, maxColumns: frame.columns)
    }
    for row in frame.row + 1..<max(frame.row + 1, frame.maxRow - 1) {
      screen.put("│", column: frame.column, row: row, style: style)
      screen.put("│", column: frame.maxColumn - 1, row: row, style: style)
    }
    let room = frame.columns - 4
    guard room > 2 else { return }
    if !title.isEmpty {
      let text = " " + Fitting.truncate(title, columns: room - 2) + " "
      screen.put(text, column: frame.column + 1, row: frame.row, style: Style(.accent))
    }
    if !footer.isEmpty {
      let text = " " + Fitting.truncate(footer, columns: room - 2) + " "
      screen.put(
        text, column: frame.column + 1, row: frame.maxRow - 1, style: style, maxColumns: frame.columns - 2,
        alignment: .right)
    }
  }

  private func draw(_ row: Row, at line: Int, on screen: inout Screen) {
    let right = row.right.columns
    let left = right == 0 ? inside.columns : max(0, inside.columns - right - 1)
    row.left.draw(on: &screen, column: inside.column, row: line, maxColumns: left)
    row.right.draw(on: &screen, before: inside.maxColumn, row: line)
    guard row.isSelected else { return }
    for column in frame.column + 1..<frame.maxColumn - 1 {
      screen[column: column, row: line].style.isReversed = true
    }
  }
}

extension PopUp {
  /// The first of the lines to show so that the selected one is among them, in the middle where that is possible.
  static func firstLine(selected: Int, count: Int, visible: Int) -> Int {
    max(0, min(selected - visible / 2, count - visible))
  }
}
