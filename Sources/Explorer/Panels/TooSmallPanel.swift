internal import TerminalUI

/// What shows while the terminal is too small.
struct TooSmallPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let least = ExplorerState.smallest
    let size = state.size
    let sentence =
      "Assay needs \(least.columns)×\(least.rows) cells; this terminal has \(size.columns)×\(size.rows). "
      + "Enlarge it to go on, q to quit."
    for (row, line) in Fitting.wrap(sentence, columns: size.columns, maxLines: size.rows).enumerated() {
      screen.put(line, column: 0, row: row)
    }
  }
}
