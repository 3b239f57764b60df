internal import TerminalUI

/// What shows where a query set is needed and none is open.
enum MissingQuerySet {
  private static let lines = [
    "No query set is open.", "",
    "A query set is a text file with one line for each query: its id, a tab, its text, and",
    "optionally a tab and its slice. Open one with --queries FILE, or name it in catalog.toml.",
  ]

  /// Draws under the head line, wrapped to the screen.
  static func draw(on screen: inout Screen) {
    let room = screen.size.columns - 4
    let wrapped = [
      [lines[0]], [""], Fitting.wrap(lines[2...].joined(separator: " "), columns: min(room, 90)),
    ]
    for (index, line) in wrapped.joined().enumerated() where 2 + index < screen.size.rows - 1 {
      screen.put(
        line, column: 2, row: 2 + index, style: Style(index == 0 ? .plain : .muted, bold: index == 0),
        maxColumns: room)
    }
  }
}
