internal import TerminalUI

/// View 1: a query line, and one to four columns that answer it.
struct ExploreView: ViewScreen {
  let name = "explore"
  let letter: Character = "e"
  let purpose = "explore the catalogue"
  let contexts = [KeyContext.results, .query]
  let bindings: [Binding] = []

  private static let panels: [any Panel] = [
    QueryPanel(), ColumnHeadPanel(), ResultsPanel(), DetailPanel(), SlidersPanel(),
  ]

  func context(in state: ExplorerState) -> KeyContext {
    state.focus == .query ? .query : .results
  }

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let layout = ExplorerLayout(state)
    for panel in Self.panels { panel.draw(state, layout, on: &screen) }
  }

  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]? {
    state.explore(command, key: key)
  }

  func paste(_ text: String, in state: inout ExplorerState) -> [Effect]? {
    state.focus = .query
    let effects = state.type(text)
    if state.field.isFull {
      state.notice = Notice("the query line holds \(TextField.limit) characters; no more is taken")
    }
    return effects
  }

  func settle(_ state: inout ExplorerState) -> [Effect] {
    state.returnToSoughtItem()
    state.keepCursorInSight()
    return state.searchDeeperNearTheEnd() + state.inspectCurrent()
  }
}
