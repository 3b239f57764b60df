internal import Relevance
internal import Retrieval
internal import TerminalUI

/// View 1: a query line, and one to four columns that answer it.
struct ExploreView: ViewScreen {
  let name = "explore"
  let letter: Character = "e"
  let purpose = "explore the catalogue"
  let contexts = [KeyContext.results, .query, .completion, .history]
  let bindings: [Binding] = []
  let isForJudging = true

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
    state.look(command) ?? state.explore(command, key: key)
  }

  func paste(_ text: String, in state: inout ExplorerState) -> [Effect]? {
    // In the line a paste is part of what is being written; from the results it is another query.
    let isAnotherQuery = state.focus == .results
    state.focus = .query
    let effects = isAnotherQuery ? state.change { $0.replace(with: text.trimmed) } : state.type(text)
    if state.field.isFull {
      state.notice = Notice("the query line holds \(TextField.limit) characters; no more is taken")
    }
    return effects
  }

  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] {
    state.clickInExplore(at: event, isDouble: isDouble)
  }

  func turnWheel(_ command: Command, at event: MouseEvent, in state: inout ExplorerState) -> [Effect] {
    state.turnWheelInExplore(command, at: event)
    return []
  }

  func judgeable(in state: ExplorerState) -> ExplorerState.Judgeable {
    guard !state.isBrowsing else { return .refused("a grade belongs to a query: type one first (/)") }
    guard state.queryFailure == nil else {
      return .refused("the query can't be read; these are the results of the one before")
    }
    // What is on the glass while an answer is due belongs to the query before.
    guard let ranking = state.ranking, let current = state.current, ranking.query == state.query else {
      return .nothing
    }
    let column = state.columns[state.focusedColumn]
    return .subject(
      Subject(
        query: ranking.query, item: current.card.id,
        seen: Sighting(place: column.settings.name, rank: current.item.rank), isBlind: false))
  }

  func advance(_ state: inout ExplorerState) -> [Effect] {
    state.moveOn()
    return []
  }

  func reveal(_ item: DocumentID, for query: Query, _ state: inout ExplorerState) -> [Effect] {
    guard query == state.query,
      let index = state.ranking?.cards.firstIndex(where: { $0.id == item }),
      let row = state.columns[state.focusedColumn].row(ofIndex: index)
    else { return [] }
    state.cursor = row
    state.detailScroll = 0
    return []
  }

  func settle(_ state: inout ExplorerState) -> [Effect] {
    state.returnToSoughtItem()
    state.keepCursorInSight()
    return state.searchDeeperNearTheEnd() + state.inspectCurrent() + state.settleViewer()
  }
}
