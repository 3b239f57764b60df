internal import TerminalUI

extension ExplorerState {
  /// The key that goes on with what was stopped in the view that shows: the one that goes there.
  var resumingKey: String { key(of: .show(view)) }

  /// Goes on with what was stopped in the view that shows, when one goes there once more; `nil` where nothing was.
  mutating func resume() -> [Effect]? {
    switch view {
    case .explore: return nil
    case .label: return labelling.isStopped ? resumeQueue() : nil
    case .queries:
      let isStopped = board.generation == nil && !board.runs.isEmpty && !board.isComplete
      return isStopped ? requestRankings() : nil
    case .curves: return curves.isStopped ? resumeCurves() : nil
    case .findAll: return findAll.isStopped ? resumeFindingAll() : nil
    }
  }

  /// What the first key of a command is called; its words for the palette where it has none.
  func key(of command: Command) -> String {
    let binding = keymap.bindings.first { $0.command == command }
    return binding?.keys.first.map { $0.map(\.label).joined() } ?? ":\(binding?.name ?? "")"
  }
}
