internal import TerminalUI

extension ExplorerState {
  /// The key that goes on with what was stopped in the view that shows: the one that goes there, even from there.
  var resumingKey: String { keymap.key(of: .show(view), in: .view(view)) }

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

  /// What the key of a command is called, one that does it here before any other.
  func key(of command: Command) -> String { keymap.key(of: command, in: context) }
}
