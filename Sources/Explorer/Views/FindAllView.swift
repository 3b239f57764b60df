internal import Relevance
internal import TerminalUI

/// View 5: everything above a score, and what lies below it.
struct FindAllView: ViewScreen {
  let name = "find-all"
  let letter: Character = "a"
  let purpose = "find all above a score"
  let contexts = [KeyContext.view(.findAll), .note]
  let isForJudging = true

  var bindings: [Binding] {
    [
      key("threshold-lower", .lower, ["h"], or: .left, "lower threshold", hint: "threshold"),
      key("threshold-higher", .higher, ["l"], or: .right, "higher threshold", hint: "threshold"),
      key("one-fewer", .fewer, ["-"], "one item fewer above", hint: "one item"),
      key("one-more", .more, ["="], or: .character("+"), "one item more above", hint: "one item"),
      key("widest-gap", .gap, ["."], "cut at the widest gap", hint: "gap"),
      key("type-threshold", .type, ["t"], "type the threshold", hint: "type"),
      key("to-the-cut", .border, ["b"], "to the cut, or the top", hint: "cut"),
      key("sample", .sample, ["s"], "sample, or list", hint: "sample"),
      key("draw-sample", .draw, ["D"], "draw another round"),
      key("relevant-from", .level, ["r"], "relevant from grade"),
      Binding(
        "find-all-column", .findAll(.column), keys: [[.tab]], help: "next column", in: [.view(.findAll)]),
      key("list-csv", .export(.csv), ["e", "c"], "list as CSV"),
      key("list-json", .export(.json), ["e", "j"], "list as JSON lines"),
      key("list-trec", .export(.trec), ["e", "t"], "list as a TREC run"),
      Binding(
        "find-all", .show(.findAll), keys: [[.character("a")]], help: purpose, hint: "find all",
        in: [.results]),
    ]
  }

  private func key(
    _ name: String, _ command: FindAllCommand, _ keys: [Character], or other: Key? = nil, _ help: String,
    hint: String? = nil
  ) -> Binding {
    Binding(
      name, .findAll(command), keys: [keys.map { .character($0) }] + (other.map { [[$0]] } ?? []), help: help,
      hint: hint, in: [.view(.findAll)])
  }

  func context(in state: ExplorerState) -> KeyContext { .view(.findAll) }

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    FindAllHead(state).draw(on: &screen, in: ScreenFrame(state.size).head)
    if let message = FindAllMessage(state) { return message.draw(on: &screen) }
    let layout = FindAllLayout(state)
    ScoreHistogramPanel(state, layout)?.draw(on: &screen)
    FoundSummary(state)?.draw(on: &screen, in: layout.facts)
    FoundListPanel(state, layout).draw(on: &screen)
    FoundItemPane(state, layout)?.draw(on: &screen)
  }

  func enter(_ state: inout ExplorerState) -> [Effect] { state.resumeFindingAll() }

  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]? {
    state.browseFindAll(command)
  }

  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] {
    state.pressInFindAll(at: event)
    return []
  }

  func judgeable(in state: ExplorerState) -> ExplorerState.Judgeable {
    guard !state.isBrowsing else { return .refused("a grade belongs to a query: type one first (/)") }
    let board = state.findAll
    guard let subject = board.subject, subject.query == state.query, let place = board.place else {
      return .refused("nothing was judged: there is no item here")
    }
    guard let card = board.card(at: place) else {
      return .refused("nothing was judged: the item is not here yet; press again once it shows")
    }
    let name = "find-all " + state.columns[state.focusedColumn].settings.name
    return .subject(
      Subject(
        query: subject.query, item: card.id, seen: Sighting(place: name, rank: place + 1),
        isBlind: board.page == .sample))
  }

  func judged(
    _ statement: Statement, under circumstances: Circumstances, _ state: inout ExplorerState
  ) -> [Effect] {
    state.findAll.notePlace()
    return []
  }

  func advance(_ state: inout ExplorerState) -> [Effect] {
    state.advanceInFindAll()
    return []
  }

  func reveal(_ item: DocumentID, for query: Query, _ state: inout ExplorerState) -> [Effect] {
    state.revealInFindAll(item, for: query)
  }

  func settle(_ state: inout ExplorerState) -> [Effect] { state.settleFindAll() }
}
