internal import TerminalUI

/// The sliders of the focused column that matter to its mode, on one line.
///
/// Where they do not fit side by side, first the tracks go, then the line starts further to the right, so that the
/// slider that the arrow keys move is always whole; `‹` and `›` say that there are others.
struct SlidersPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    let line = layout.sliders
    let letter = Segments(ColumnHeadPanel.letter(of: state.focusedColumn), Style(.accent, bold: true))
    letter.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: 1)
    let strip = SliderStrip(state, columns: line.columns - SliderStrip.margin)
    var column = line.column + SliderStrip.start
    if strip.hasBefore { screen.put("‹", column: column - 1, row: line.row, style: Style(.accent)) }
    for control in strip.controls {
      control.segments.draw(
        on: &screen, column: column, row: line.row, maxColumns: line.maxColumn - 1 - column)
      column += control.columns + SliderStrip.gap
    }
    if strip.hasAfter {
      screen.put("›", column: line.maxColumn - 1, row: line.row, style: Style(.accent))
    }
  }
}
