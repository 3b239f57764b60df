internal import Relevance
internal import TerminalUI

/// What somebody who starts the program for the first time should know, above the status line for a minute.
struct HintLine {
  /// How long it shows, in milliseconds.
  static let duration = 60_000

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard state.showsHints else { return }
    var area = ScreenFrame(state.size).body
    let line = area.takeBottom(1)
    screen.fill(line)
    screen.pictures.removeAll { !$0.frame.intersection(line).isEmpty }
    Segments.fitting(pieces(state), columns: line.columns - 2)
      .draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: line.columns - 2)
  }

  private func pieces(_ state: ExplorerState) -> [Segments] {
    let scale = state.bench.scale
    let hints: [(Command, String)] = [
      (.leaveQuery, "to the results"), (.grade, "grades"), (.explain, "explains"), (.help, "all keys"),
      (.palette, "all actions"), (.editQuery, "query"), (.quit, "quits"),
    ]
    let pieces = hints.map { command, word in
      // Most of it is for the results, where it leads.
      let key =
        command == .grade
        ? "\(scale.lowest)-\(scale.highest)" : state.keymap.key(of: command, in: .results)
      var piece = Segments(key, Style(.accent, bold: true))
      piece.add(" " + word)
      return piece
    }
    return [Segments("type to search", Style(.plain, bold: true))] + pieces + [
      Segments("esc hides this", Style(.muted))
    ]
  }
}
