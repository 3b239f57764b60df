internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The results of every visible column, one below the other or in a grid.
struct ResultsPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    for column in layout.columns {
      let content = state.columns[column.index]
      if let failure = content.failure, content.ranking == nil {
        drawMessage(
          failure.message, style: Style(failure.awaited == nil ? .warning : .muted), in: column.body,
          on: &screen)
      } else if let ranking = content.ranking {
        if ranking.count == 0 {
          drawMessage(
            ranking.absence ?? "nothing matches", style: Style(.muted), in: column.body, on: &screen)
        }
        drawResults(of: ranking, column, state, layout, on: &screen)
      }
    }
  }

  private func drawResults(
    of ranking: Ranking, _ column: ExplorerLayout.Column, _ state: ExplorerState, _ layout: ExplorerLayout,
    on screen: inout Screen
  ) {
    let comparison = state.comparison(of: column.index)
    let selected = state.current?.item.ordinal
    let rankColumns = max(3, "\(ranking.count)".count, comparison?.movementColumns ?? 0)
    var body = column.body
    let content = state.columns[column.index]
    let scroll = state.place(in: column.index).scroll
    if content.rowCount == 0, ranking.count > 0 {
      drawMessage("nothing differs from its neighbours", style: Style(.muted), in: body, on: &screen)
    }
    func row(_ row: Int) -> ResultRow? {
      guard let index = content.index(ofRow: row) else { return nil }
      let item = ranking.outcome.items[index]
      return ResultRow(
        item: item, card: ranking.cards[index], movement: comparison?.movement(of: item),
        grade: state.book.grades[ranking.query.id, ranking.cards[index].id],
        isOthers: state.book.isOthers(ranking.cards[index].id, for: ranking.query.id),
        opinion: state.book.opinion(of: ranking.cards[index].id, for: ranking.query.id),
        scale: state.bench.scale, hasShapes: state.preferences.hasGradeShapes,
        isScored: !ranking.query.text.isEmpty,
        mark: mark(column.index, row, item.ordinal, selected, state),
        thumbnail: layout.thumbnail, rankColumns: rankColumns)
    }
    if let grid = layout.grid {
      let first = scroll / grid.across * grid.across
      for place in 0..<grid.count {
        row(first + place).map { ResultCell(result: $0) }?.draw(
          on: &screen, in: grid.area(of: place, in: body))
      }
      return
    }
    for number in scroll..<max(scroll, content.rowCount) where !body.isEmpty {
      guard let row = row(number) else { break }
      row.draw(on: &screen, in: body.takeTop(layout.rowHeight), height: layout.rowHeight)
    }
  }

  private func mark(
    _ column: Int, _ row: Int, _ ordinal: UInt32, _ selected: UInt32?, _ state: ExplorerState
  ) -> ResultRow.Mark {
    if column == state.focusedColumn {
      guard row == state.cursor else { return .none }
      return state.focus == .results ? .cursor : .rest
    }
    if ordinal == selected, !state.isBrowsing { return .twin }
    return !state.isLinked && row == state.place(in: column).cursor ? .rest : .none
  }

  private func drawMessage(_ text: String, style: Style, in body: Rect, on screen: inout Screen) {
    for (line, words) in Fitting.wrap(text, columns: body.columns - 4, maxLines: body.rows).enumerated() {
      screen.put(words, column: body.column + 3, row: body.row + line, style: style)
    }
  }
}
