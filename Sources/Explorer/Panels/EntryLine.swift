internal import Relevance
internal import TerminalUI

/// The line above the status line in which something is written.
struct EntryLine {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    if let editor = state.noteEditor {
      let item = Fitting.truncate(editor.subject.item.text, columns: state.size.columns / 3)
      draw("note on \(item)", editor.field, state, on: &screen)
    } else if let prompt = state.columnPrompt {
      let words =
        switch prompt.purpose {
        case .filter(let column): Self.filterWords(column)
        case .name: "save the columns as"
        case .threshold: "score, or # and a number of items"
        }
      draw(
        words, prompt.field, state, on: &screen,
        marked: prompt.fault.map { SearchFailure.marked($0, in: prompt.field.text) })
    }
  }

  /// Where a column's filter is written, behind its prompt; `nil` while none is.
  static func filterLine(of state: ExplorerState) -> Rect? {
    guard case .filter(let column)? = state.columnPrompt?.purpose else { return nil }
    var line = line(of: state)
    _ = line.takeLeft(DisplayWidth.of(prompt(filterWords(column))))
    _ = line.takeRight(1)
    return line
  }

  private static func filterWords(_ column: Int) -> String {
    "filter of \(ColumnHeadPanel.letter(of: column))"
  }

  private static func prompt(_ words: String) -> String { " \(words) › " }

  private static func line(of state: ExplorerState) -> Rect {
    var area = ScreenFrame(state.size).body
    return area.takeBottom(1)
  }

  private func draw(
    _ words: String, _ field: TextField, _ state: ExplorerState, on screen: inout Screen,
    marked: Range<Int>? = nil
  ) {
    var line = Self.line(of: state)
    screen.fill(line)
    screen.pictures.removeAll { !$0.frame.intersection(line).isEmpty }
    let prompt = Self.prompt(words)
    let place = line.takeLeft(DisplayWidth.of(prompt))
    screen.put(prompt, column: place.column, row: place.row, style: Style(.accent))
    _ = line.takeRight(1)
    field.draw(on: &screen, in: line, style: Style(.plain, bold: true), hasFocus: true, marked: marked)
  }
}
