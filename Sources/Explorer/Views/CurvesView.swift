internal import TerminalUI

/// View 4: measures against the length of the vectors, and what coarse first stages lose.
struct CurvesView: ViewScreen {
  let name = "curves"
  let letter: Character = "c"
  let purpose = "measure by dimensions"
  let contexts = [KeyContext.view(.curves)]

  let bindings: [Binding] = []

  func context(in state: ExplorerState) -> KeyContext { contexts[0] }

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    CurvesHead(state).draw(on: &screen, in: ScreenFrame(state.size).head)
    if state.bench.queries.isEmpty {
      MissingQuerySet.draw(on: &screen)
    } else if let message = CurvesMessage(state) {
      message.draw(on: &screen)
    } else if state.curves.page == .curves {
      CurvesPanel(state)?.draw(on: &screen)
    } else {
      FunnelPanel(state)?.draw(on: &screen)
    }
  }

  func enter(_ state: inout ExplorerState) -> [Effect] {
    state.resumeCurves()
  }

  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]? {
    state.browseCurves(command)
  }

  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] {
    state.clickInCurves(at: event, isDouble: isDouble)
  }

  func settle(_ state: inout ExplorerState) -> [Effect] {
    state.settleCurves()
  }
}
