package import TerminalUI

/// Draws a state: the same state always gives the same screen.
///
/// Complexity: O(cells); nothing is searched, measured or sorted here.
package func draw(_ state: ExplorerState) -> Screen {
  var screen = Screen(size: state.size)
  let layout = ExplorerLayout(state)
  for panel in Panels.shown(in: state) { panel.draw(state, layout, on: &screen) }
  return screen
}

/// A part of the screen.
protocol Panel: Sendable {
  /// Draws itself into its own part of the layout.
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen)
}

/// The panels in the order in which they are drawn.
enum Panels {
  private static let explore: [any Panel] = [
    QueryPanel(), ColumnHeadPanel(), ResultsPanel(), DetailPanel(), SlidersPanel(), StatusPanel(),
  ]

  static func shown(in state: ExplorerState) -> [any Panel] {
    switch state.context {
    case .tooSmall: [TooSmallPanel()]
    case .help: [HelpPanel(), StatusPanel()]
    case .query, .results: explore
    }
  }
}
