package import TerminalUI

/// Draws what shows while an index is being opened: an empty query line, and what is being waited for.
///
/// - Parameters:
///   - path: What was asked to be opened.
///   - query: What has been typed meanwhile.
///   - size: The terminal's size.
/// - Returns: The screen.
package func drawOpening(_ path: String, query: TextField, size: Size) -> Screen {
  var screen = Screen(size: size)
  guard size.columns >= ExplorerState.smallest.columns, size.rows >= 2 else {
    screen.put("opening", column: 0, row: 0, maxColumns: size.columns)
    return screen
  }
  var line = ScreenFrame.drawPrompt(.explore, in: ScreenFrame(size).head, isFocused: true, on: &screen)
  _ = line.takeRight(1)
  query.draw(on: &screen, in: line, style: Style(.plain, bold: true), hasFocus: true)
  let words = "opening " + Fitting.truncate(path, columns: max(1, size.columns - 24), cut: .atFront)
  screen.put(words, column: 1, row: size.rows - 1, style: Style(.accent))
  screen.put(
    "ctrl-c quit ", column: 0, row: size.rows - 1, style: Style(.muted), maxColumns: size.columns,
    alignment: .right)
  return screen
}
