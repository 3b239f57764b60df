internal import Relevance
internal import TerminalUI

/// The line above the status line while a note is being written.
struct NoteLine {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let editor = state.noteEditor else { return }
    var area = ScreenFrame(state.size).body
    var line = area.takeBottom(1)
    screen.fill(line)
    screen.pictures.removeAll { !$0.frame.intersection(line).isEmpty }
    let prompt = " note on \(Fitting.truncate(editor.subject.item.text, columns: line.columns / 3)) › "
    let place = line.takeLeft(DisplayWidth.of(prompt))
    screen.put(prompt, column: place.column, row: place.row, style: Style(.accent))
    _ = line.takeRight(1)
    editor.field.draw(on: &screen, in: line, style: Style(.plain, bold: true), hasFocus: true)
  }
}
