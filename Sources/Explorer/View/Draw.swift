package import TerminalUI

/// Draws a state: the same state always gives the same screen.
///
/// Complexity: O(cells); nothing is searched, measured or sorted here.
package func draw(_ state: ExplorerState) -> Screen {
  var screen = Screen(size: state.size)
  if state.isTooSmall {
    TooSmallPanel().draw(state, on: &screen)
    return screen
  }
  let hasLine = state.noteEditor != nil || state.columnPrompt != nil
  if state.helpScroll != nil {
    HelpPanel().draw(state, on: &screen)
  } else if !hasLine, state.presets != nil {
    PresetsPanel().draw(state, on: &screen)
  } else if !hasLine, !state.opened.isEmpty {
    NumberPanel().draw(state, on: &screen)
  } else if let viewer = state.viewer, state.view == .explore {
    ViewerPanel().draw(state, viewer, on: &screen)
  } else {
    state.view.screen.draw(state, on: &screen)
  }
  if state.helpScroll == nil { EntryLine().draw(state, on: &screen) }
  StatusPanel().draw(state, on: &screen)
  drawLists(state, on: &screen)
  return screen
}

/// Draws what opens above a view.
private func drawLists(_ state: ExplorerState, on screen: inout Screen) {
  if state.noteEditor == nil, state.columnPrompt == nil { HintLine().draw(state, on: &screen) }
  TourPanel().draw(state, on: &screen)
  CompletionPanel().draw(state, on: &screen)
  PrefixPopUp().draw(state, on: &screen)
  PalettePanel().draw(state, on: &screen)
}

/// A part of the Explore view.
protocol Panel: Sendable {
  /// Draws itself into its own part of the layout.
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen)
}
