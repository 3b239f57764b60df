package import TerminalUI

/// Draws a state: the same state always gives the same screen.
///
/// Complexity: O(cells); nothing is searched, measured or sorted here.
package func draw(_ state: ExplorerState) -> Screen {
  var screen = Screen(size: state.size)
  switch state.context {
  case .tooSmall:
    TooSmallPanel().draw(state, on: &screen)
    return screen
  case .help: HelpPanel().draw(state, on: &screen)
  case .number: NumberPanel().draw(state, on: &screen)
  case .presets: PresetsPanel().draw(state, on: &screen)
  default: state.view.screen.draw(state, on: &screen)
  }
  if state.helpScroll == nil { EntryLine().draw(state, on: &screen) }
  StatusPanel().draw(state, on: &screen)
  return screen
}

/// A part of the Explore view.
protocol Panel: Sendable {
  /// Draws itself into its own part of the layout.
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen)
}
