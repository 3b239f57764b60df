internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The rows of every visible column.
struct ResultsPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    for column in layout.columns {
      let content = state.columns[column.index]
      if let failure = content.failure, content.ranking == nil {
        drawMessage(
          failure.message, style: Style(failure.isPassing ? .muted : .warning), in: column.body, on: &screen)
      } else if let ranking = content.ranking {
        if ranking.count == 0 {
          drawMessage("nothing matches", style: Style(.muted), in: column.body, on: &screen)
        }
        drawRows(of: ranking, column, state, layout, on: &screen)
      }
    }
  }

  private func drawRows(
    of ranking: Ranking, _ column: ExplorerLayout.Column, _ state: ExplorerState, _ layout: ExplorerLayout,
    on screen: inout Screen
  ) {
    let comparison = state.comparison(of: column.index)
    let selected = state.current?.item.ordinal
    let rankColumns = max(3, "\(ranking.count)".count, comparison?.movementColumns ?? 0)
    var body = column.body
    for index in state.scroll..<max(state.scroll, ranking.count) where !body.isEmpty {
      let item = ranking.outcome.items[index]
      let row = ResultRow(
        item: item, card: ranking.cards[index], movement: comparison?.movement(of: item),
        grade: state.book.grades[ranking.query.id, ranking.cards[index].id],
        opinion: state.book.opinion(of: ranking.cards[index].id, for: ranking.query.id),
        scale: state.bench.scale,
        isScored: !ranking.query.text.isEmpty,
        mark: mark(column.index, index, item.ordinal, selected, state),
        thumbnail: layout.thumbnail, rankColumns: rankColumns)
      row.draw(on: &screen, in: body.takeTop(layout.rowHeight), height: layout.rowHeight)
    }
  }

  private func mark(
    _ column: Int, _ index: Int, _ ordinal: UInt32, _ selected: UInt32?, _ state: ExplorerState
  ) -> ResultRow.Mark {
    if column == state.focusedColumn {
      guard index == state.cursor else { return .none }
      return state.focus == .results ? .cursor : .rest
    }
    return ordinal == selected && !state.isBrowsing ? .twin : .none
  }

  private func drawMessage(_ text: String, style: Style, in body: Rect, on screen: inout Screen) {
    for (line, words) in Fitting.wrap(text, columns: body.columns - 4, maxLines: body.rows).enumerated() {
      screen.put(words, column: body.column + 3, row: body.row + line, style: style)
    }
  }
}
