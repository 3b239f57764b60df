internal import TerminalUI

/// What the next key can be after the beginning of a sequence, above the status line.
struct PrefixPopUp {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard !state.pendingKeys.isEmpty else { return }
    let next = state.keymap.continuations(of: state.pendingKeys, in: state.context)
    let body = ScreenFrame(state.size).body
    let keyColumns = next.map { DisplayWidth.of($0.key) }.max() ?? 0
    let helpColumns = next.map { DisplayWidth.of($0.binding.help) }.max() ?? 0
    let columns = min(body.columns, keyColumns + helpColumns + 6)
    let rows = min(body.rows, next.count + 2)
    let frame = Rect(column: body.column, row: body.maxRow - rows, columns: columns, rows: rows)
    let popUp = PopUp(frame: frame, title: state.pendingKeys.map(\.label).joined())
    popUp.draw(
      next.map { key, binding in
        var line = Segments(
          key + String(repeating: " ", count: keyColumns - DisplayWidth.of(key) + 2), Style(.accent))
        line.add(binding.help)
        return PopUp.Row(left: line)
      }, on: &screen)
  }
}
