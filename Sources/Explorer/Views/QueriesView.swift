internal import TerminalUI

/// View 3: the query set as a table, one row for each query.
struct QueriesView: ViewScreen {
  let name = "queries"
  let letter: Character = "q"
  let purpose = "compare over queries"
  let contexts = [KeyContext.view(.queries)]

  let bindings = [
    Binding(
      "sort", .sort, keys: QueryOrder.allCases.map { [.character($0.key)] }, help: "sort, again: reversed",
      in: [.view(.queries)]),
    Binding(
      "switch-table", .switchTable, keys: [[.character("t")]], help: "queries or slices", hint: "slices",
      in: [.view(.queries)]),
  ]

  func context(in state: ExplorerState) -> KeyContext { contexts[0] }

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    QueriesPanel(state).draw(on: &screen)
  }

  func enter(_ state: inout ExplorerState) -> [Effect] {
    if let position = state.position {
      state.board.chosen = position
      state.board.isCentred = true
    }
    // What was stopped goes on when it is looked at again.
    return state.board.generation == nil && !state.board.runs.isEmpty ? state.requestRankings() : []
  }

  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]? {
    state.browseQueries(command, key: key)
  }

  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] {
    state.clickInQueries(at: event, isDouble: isDouble)
  }

  func settle(_ state: inout ExplorerState) -> [Effect] {
    state.settleQueries()
  }
}
