internal import Relevance
internal import TerminalUI

/// How one view looks and what its keys do.
protocol ViewScreen: Sendable {
  /// One word, lower case: the head line, the help and the key's reminder call it so.
  var name: String { get }
  /// The key that leads here after `g`.
  var letter: Character { get }
  /// What it shows, in a short phrase that begins with a verb.
  var purpose: String { get }
  /// The places in it, in the order in which the help lists their keys.
  var contexts: [KeyContext] { get }
  /// Keys that no other view has.
  var bindings: [Binding] { get }

  /// Whether items are judged in it.
  var isForJudging: Bool { get }

  /// Commands whose keys it shows itself, so that the status line need not.
  var reminders: Set<Command> { get }

  /// Where the keyboard is while the view is shown.
  func context(in state: ExplorerState) -> KeyContext

  /// Draws all but the status line.
  func draw(_ state: ExplorerState, on screen: inout Screen)

  /// Gets the view ready to be looked at, because the user went there.
  func enter(_ state: inout ExplorerState) -> [Effect]

  /// Performs a command; `nil` leaves it to what is common to all views.
  func perform(_ command: Command, key: Key, in state: inout ExplorerState) -> [Effect]?

  /// Takes text that was pasted while no line was being edited; says whether it has a place for it.
  func paste(_ text: String, in state: inout ExplorerState) -> [Effect]?

  /// Does what a press of the mouse means here; `isDouble` says that it follows another in the same cell at once.
  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect]

  /// Moves up or down by a notch of the wheel over a cell.
  func turnWheel(_ command: Command, at event: MouseEvent, in state: inout ExplorerState) -> [Effect]

  /// What decisions are about at the moment.
  func judgeable(in state: ExplorerState) -> ExplorerState.Judgeable

  /// Goes on to the next item.
  func advance(_ state: inout ExplorerState) -> [Effect]

  /// Takes note that something was said about an item here.
  func judged(
    _ statement: Statement, under circumstances: Circumstances, _ state: inout ExplorerState
  ) -> [Effect]

  /// Shows an item about which something was taken back or repeated.
  func reveal(_ item: DocumentID, for query: Query, _ state: inout ExplorerState) -> [Effect]

  /// Keeps what belongs to the view consistent after anything happened while it was shown.
  func settle(_ state: inout ExplorerState) -> [Effect]
}

extension ViewScreen {
  var isForJudging: Bool { false }
  var reminders: Set<Command> { [] }
  func judgeable(in state: ExplorerState) -> ExplorerState.Judgeable { .nothing }
  func advance(_ state: inout ExplorerState) -> [Effect] { [] }
  func judged(
    _ statement: Statement, under circumstances: Circumstances, _ state: inout ExplorerState
  ) -> [Effect] { [] }
  func reveal(_ item: DocumentID, for query: Query, _ state: inout ExplorerState) -> [Effect] { [] }
  func enter(_ state: inout ExplorerState) -> [Effect] { [] }
  func paste(_ text: String, in state: inout ExplorerState) -> [Effect]? { nil }
  func settle(_ state: inout ExplorerState) -> [Effect] { [] }
  func press(at event: MouseEvent, isDouble: Bool, in state: inout ExplorerState) -> [Effect] { [] }
  func turnWheel(_ command: Command, at event: MouseEvent, in state: inout ExplorerState) -> [Effect] {
    state.repeatedly { perform(command, key: .down, in: &$0) }
  }
}
