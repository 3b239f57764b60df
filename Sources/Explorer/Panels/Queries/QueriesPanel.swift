internal import Relevance
internal import TerminalUI

/// The query set as a table, under what is known about the columns over the whole set.
struct QueriesPanel {
  private let state: ExplorerState
  private let board: QueryBoard
  private let layout: QueriesLayout
  private let widths: QueriesColumns

  init(_ state: ExplorerState) {
    self.state = state
    board = state.board
    layout = QueriesLayout(state)
    widths = QueriesColumns(state, columns: layout.rows.columns)
  }

  func draw(on screen: inout Screen) {
    let head = QueriesHead(state)
    head.draw(on: &screen, in: layout.head)
    guard !state.bench.queries.isEmpty else { return MissingQuerySet.draw(on: &screen) }
    for (index, line) in layout.columns.enumerated() {
      var line = line
      head.drawColumn(index, in: line.takeLeft(widths.total), on: &screen)
    }
    if !layout.verdict.isEmpty { VerdictLines(state).draw(on: &screen, in: layout.verdict) }
    if board.page == .slices {
      return SlicesTable(state).draw(header: layout.header, rows: layout.rows, on: &screen)
    }
    drawHeader(on: &screen)
    for row in 0..<layout.rows.rows where board.scroll + row < board.shown.count {
      drawRow(at: board.shown[board.scroll + row], in: layout.rows.row + row, on: &screen)
    }
  }

  private func drawHeader(on screen: inout Screen) {
    let row = layout.header.row
    let muted = Style(.muted)
    screen.put("query", column: 2, row: row, style: muted)
    if widths.slice > 0 { screen.put("slice", column: 2 + widths.text, row: row, style: muted) }
    var cells: [Cell] = []
    for index in state.columns.indices {
      let isFocused = index == state.focusedColumn
      cells.append(
        Cell(
          ColumnHeadPanel.letter(of: index), QueriesColumns.score,
          Style(isFocused ? .accent : .muted, bold: isFocused)))
      if widths.hasCoverage { cells.append(Cell("@\(QueryRow.depth)", QueriesColumns.coverage, muted)) }
    }
    if let pair = state.comparedPair {
      let names = [pair.right, pair.left].map(ColumnHeadPanel.letter(of:))
      cells.append(Cell(names.joined(separator: "−"), QueriesColumns.difference, muted))
    }
    cells += [Cell("judged", QueriesColumns.judged, muted), Cell("open", QueriesColumns.unjudged, muted)]
    draw(cells, in: row, on: &screen)
  }

  private func drawRow(at place: Int, in row: Int, on screen: inout Screen) {
    let query = state.bench.queries[place]
    let content = board.rows[place]
    let isChosen = place == board.cursor
    if isChosen { screen.put("▌", column: 0, row: row, style: Style(.accent)) }
    screen.put(
      query.shownText, column: 2, row: row,
      style: Style(.plain, bold: isChosen), maxColumns: widths.text - 2, cut: .atWord)
    if widths.slice > 0 {
      screen.put(
        query.kind ?? "", column: 2 + widths.text, row: row, style: Style(.muted),
        maxColumns: widths.slice - 2)
    }
    var cells: [Cell] = []
    for cell in content.cells {
      cells.append(Cell(score(of: cell), QueriesColumns.score, Style(.plain, bold: isChosen)))
      if widths.hasCoverage {
        cells.append(
          Cell(coverage(of: cell), QueriesColumns.coverage, Style(.muted)))
      }
    }
    if widths.hasDifference { cells.append(difference(content)) }
    cells.append(Cell(content.judged == 0 ? "–" : "\(content.judged)", QueriesColumns.judged, Style(.muted)))
    cells.append(Cell(content.unjudged == 0 ? "" : "\(content.unjudged)", QueriesColumns.unjudged, .plain))
    draw(cells, in: row, on: &screen)
  }

  private func score(of cell: QueryRow.Cell?) -> String {
    guard let cell else { return "·" }
    return cell.score.map { Numerals.fraction($0, decimals: 3) } ?? "–"
  }

  private func coverage(of cell: QueryRow.Cell?) -> String {
    guard let cell, cell.returned > 0 else { return "" }
    return "\(cell.judged)/\(cell.returned)"
  }

  private func difference(_ row: QueryRow) -> Cell {
    guard let difference = row.difference(state.comparedPair) else {
      // Without grades, how much the lists share is all that is known.
      return Cell(row.overlap.map { "∩ \($0)" } ?? "", QueriesColumns.difference, Style(.muted))
    }
    let ink: Ink =
      difference > WinTieLoss.epsilon ? .up : difference < -WinTieLoss.epsilon ? .down : .muted
    return Cell(Numerals.signed(difference, decimals: 3), QueriesColumns.difference, Style(ink))
  }

  /// A number of the table.
  private struct Cell {
    let text: String
    let width: Int
    let style: Style

    init(_ text: String, _ width: Int, _ style: Style) {
      self.text = text
      self.width = width
      self.style = style
    }
  }

  /// Numbers stand right-aligned, side by side, behind the query.
  private func draw(_ cells: [Cell], in row: Int, on screen: inout Screen) {
    var column = 2 + widths.text + widths.slice
    for cell in cells {
      screen.put(
        cell.text, column: column, row: row, style: cell.style, maxColumns: cell.width - 1, alignment: .right)
      column += cell.width
    }
  }
}
