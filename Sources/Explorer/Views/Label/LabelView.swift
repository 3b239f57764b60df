internal import Relevance
internal import TerminalUI

/// View 2: one item at a time, and a key for each grade.
struct LabelView: ViewScreen {
  let name = "label"
  let letter: Character = "l"
  let purpose = "label item by item"
  let contexts = [KeyContext.view(.label), .note]
  let isForJudging = true
  let reminders: Set<Command> = [.grade, .undo]

  var bindings: [Binding] {
    [
      key("label-order", .switchOrder, "o", "change the order", hint: "order"),
      key("label-scope", .switchScope, "a", "all queries or this one", hint: "all queries"),
      key("label-blind", .toggleBlind, "b", "show or hide ranks", hint: "blind"),
      key("label-shallower", .shallower, "-", "fewer of each column", hint: "depth"),
      key("label-deeper", .deeper, "=", "more of each column", hint: "depth"),
    ]
  }

  private func key(
    _ name: String, _ command: LabelCommand, _ key: Character, _ help: String, hint: String
  ) -> Binding {
    Binding(
      name, .label(command), keys: [[.character(key)]], help: help, hint: hint, in: [.view(.label)])
  }

  func context(in state: ExplorerState) -> KeyContext { .view(.label) }

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let layout = LabelLayout(state)
    LabelHeadPanel().draw(state, layout, on: &screen)
    LabelItemPanel().draw(state, layout, on: &screen)
    LabelProgressPanel().draw(state, layout, on: &screen)
    LabelKeysPanel().draw(state, layout, on: &screen)
  }

  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]? {
    state.label(command)
  }

  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] {
    // The second press of a double click would be about the next item, which nobody has looked at yet.
    guard !isDouble, let click = LabelKeysPanel().click(at: event, in: state) else { return [] }
    return state.perform(click.command, key: click.key)
  }

  func turnWheel(_ command: Command, at event: MouseEvent, in state: inout ExplorerState) -> [Effect] {
    state.turnWheelInLabel(command, at: event)
    return []
  }

  func judgeable(in state: ExplorerState) -> ExplorerState.Judgeable {
    guard let task = state.labelling.task else { return .refused(reason(state)) }
    return .subject(
      Subject(
        query: task.query, item: task.card.id, seen: task.seen, isBlind: state.labelling.isBlind))
  }

  /// Why there is no item to judge: a key that comes before the item must not be taken for a grade of it, and whoever
  /// pressed it must know.
  private func reason(_ state: ExplorerState) -> String {
    let labelling = state.labelling
    if labelling.failure != nil { return "nothing was judged: there are no items" }
    guard labelling.request != nil else { return "there is no query to judge for: / goes to the query line" }
    if labelling.isStopped { return "nothing was judged: the search for items was stopped" }
    if labelling.isWaiting {
      return "nothing was judged: the item is not here yet; press again once it shows"
    }
    if labelling.queue?.tasks.isEmpty == true, labelling.queue?.settled == 0 {
      return "nothing was judged: the columns find no items"
    }
    return "everything here is decided; k goes back, u takes back"
  }

  func enter(_ state: inout ExplorerState) -> [Effect] {
    state.resumeQueue()
  }

  func advance(_ state: inout ExplorerState) -> [Effect] {
    state.advanceInQueue()
    return []
  }

  func judged(
    _ statement: Statement, under circumstances: Circumstances, _ state: inout ExplorerState
  ) -> [Effect] {
    guard case .answer(let decision) = statement else { return [] }
    if decision != .withdrawn, let milliseconds = circumstances.milliseconds {
      state.labelling.pace.add(milliseconds: milliseconds)
    }
    return state.requestQueue()
  }

  func reveal(_ item: DocumentID, for query: Query, _ state: inout ExplorerState) -> [Effect] {
    state.revealTask(item, for: query)
  }

  func settle(_ state: inout ExplorerState) -> [Effect] {
    state.settleLabelling()
  }
}
