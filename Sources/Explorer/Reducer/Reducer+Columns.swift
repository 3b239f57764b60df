internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Compares the next model's vectors in the focused column.
  mutating func switchModel() -> [Effect] {
    let settings = columns[focusedColumn].settings
    guard !bench.models.isEmpty else {
      notice = Notice("one model is open; assay explore CATALOG --with INDEX opens another's vectors")
      return []
    }
    guard settings.mode != .lexical else {
      notice = Notice("the model does not matter to a lexical column")
      return []
    }
    return reconfigure(settings.comparingNextModel(of: bench))
  }
}
