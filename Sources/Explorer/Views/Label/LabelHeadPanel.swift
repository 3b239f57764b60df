internal import Relevance
internal import TerminalUI

/// The query that is judged for, and the guidelines.
struct LabelHeadPanel {
  func draw(_ state: ExplorerState, _ layout: LabelLayout, on screen: inout Screen) {
    var line = ScreenFrame.drawPrompt(.label, in: layout.head, isFocused: false, on: &screen)
    let query = state.labelling.task?.query ?? (state.isLabellingTheSet ? nil : state.query)
    if let query {
      let identity = Segments.fitting(identity(of: query, state), columns: max(0, line.columns - 32))
      identity.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
      _ = line.takeRight(identity.columns + 2)
      screen.put(
        query.text, column: line.column, row: line.row, style: Style(.plain, bold: true),
        maxColumns: line.columns, cut: .atWord)
    }
    let words = LabelLayout.guidelines(of: state, columns: layout.guidelines.columns - 2)
    for (row, words) in words.prefix(layout.guidelines.rows).enumerated() {
      screen.put(
        words, column: layout.guidelines.column + 1, row: layout.guidelines.row + row, style: Style(.muted))
    }
  }

  private func identity(of query: Query, _ state: ExplorerState) -> [Segments] {
    guard !query.text.isEmpty else { return [] }
    var pieces: [Segments] = []
    if let place = state.bench.queries.firstIndex(of: query) {
      pieces.append(Segments("\(place + 1)/\(state.bench.queries.count)"))
    }
    return pieces
      + [query.id.text, query.kind, query.split].compactMap(\.self).map { Segments($0, Style(.muted)) }
  }
}
