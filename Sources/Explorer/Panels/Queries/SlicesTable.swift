internal import Relevance
internal import TerminalUI

/// The slices of the query set as a table: how the compared columns do within each.
struct SlicesTable {
  /// A column of numbers.
  private struct Column {
    let name: String
    let width: Int
    /// Narrower terminals do without the columns of higher numbers.
    let rank: Int
    let cell: (SliceVerdict) -> (text: String, style: Style)
  }

  private let state: ExplorerState
  private let board: QueryBoard

  private static let narrowestName = 14

  init(_ state: ExplorerState) {
    self.state = state
    board = state.board
  }

  func draw(header: Rect, rows: Rect, on screen: inout Screen) {
    guard let pair = state.comparedPair else {
      return say("One column: slices are about a difference between two.", in: rows, on: &screen)
    }
    guard !board.slices.isEmpty else {
      return say(reason, in: rows, on: &screen)
    }
    let columns = columns(pair, room: header.columns - 3)
    let name = min(40, header.columns - 3 - columns.reduce(0) { $0 + $1.width })
    screen.put("slice", column: 2, row: header.row, style: Style(.muted))
    draw(columns.map { ($0.name, $0.width, Style(.muted)) }, from: 2 + name, in: header.row, on: &screen)
    for (row, slice) in board.slices.dropFirst(board.sliceScroll).prefix(rows.rows).enumerated() {
      let isChosen = board.sliceScroll + row == board.sliceCursor
      let line = rows.row + row
      if isChosen { screen.put("▌", column: 0, row: line, style: Style(.accent)) }
      screen.put(
        slice.name, column: 2, row: line, style: Style(.plain, bold: isChosen), maxColumns: name - 1,
        cut: .atWord)
      let cells = columns.map { column in
        let (text, style) = column.cell(slice)
        return (text, column.width, style)
      }
      draw(cells, from: 2 + name, in: line, on: &screen)
    }
  }

  /// Why there are no slices.
  private var reason: String {
    guard board.isComplete else { return "Known once every query is ranked." }
    return board.verdict.isWaiting ? "Working it out …" : "No judged query names a slice."
  }

  private func say(_ words: String, in rows: Rect, on screen: inout Screen) {
    screen.put(words, column: 2, row: rows.row, style: Style(.muted), maxColumns: rows.columns - 4)
  }

  /// The columns there is room for, in their order.
  private func columns(_ pair: ColumnPair, room: Int) -> [Column] {
    let (left, right) = (ColumnHeadPanel.letter(of: pair.left), ColumnHeadPanel.letter(of: pair.right))
    let muted = Style(.muted)
    let all = [
      Column(name: "queries", width: 8, rank: 1) { (Numerals.grouped($0.comparison.queryCount), muted) },
      Column(name: left, width: 7, rank: 3) { (Numerals.fraction($0.left, decimals: 3), .plain) },
      Column(name: right, width: 7, rank: 3) { (Numerals.fraction($0.right, decimals: 3), .plain) },
      Column(name: "\(right)−\(left)", width: 8, rank: 0) { slice in
        let delta = slice.comparison.delta.mean
        let ink: Ink = delta > WinTieLoss.epsilon ? .up : delta < -WinTieLoss.epsilon ? .down : .muted
        return (Numerals.signed(delta, decimals: 3), Style(ink, bold: true))
      },
      Column(name: "95 %", width: 16, rank: 0) { slice in
        guard let interval = slice.comparison.delta.interval else { return ("–", muted) }
        let (low, high) = (
          Numerals.signed(interval.low, decimals: 3), Numerals.signed(interval.high, decimals: 3)
        )
        // An interval that leaves 0 out stands out.
        return ("\(low) \(high)", interval.contains(0) ? muted : .plain)
      },
      Column(name: "better", width: 8, rank: 2) { ("\($0.comparison.record.wins)", .plain) },
      Column(name: "equal", width: 7, rank: 2) { ("\($0.comparison.record.ties)", muted) },
      Column(name: "worse", width: 7, rank: 2) { ("\($0.comparison.record.losses)", .plain) },
      Column(name: "p", width: 7, rank: 4) { (p($0.comparison.randomisation?.p), muted) },
      Column(name: "p Holm", width: 8, rank: 4) {
        (p($0.comparison.adjustedP ?? $0.comparison.randomisation?.p), .plain)
      },
    ]
    for rank in stride(from: 4, through: 0, by: -1) {
      let kept = all.filter { $0.rank <= rank }
      if kept.reduce(0, { $0 + $1.width }) + Self.narrowestName <= room { return kept }
    }
    return all.filter { $0.name.contains("−") }
  }

  private func p(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value < 0.001 ? "<.001" : Numerals.fraction(value, decimals: 3)
  }

  private func draw(
    _ cells: [(text: String, width: Int, style: Style)], from start: Int, in row: Int, on screen: inout Screen
  ) {
    var column = start
    for cell in cells {
      screen.put(
        cell.text, column: column, row: row, style: cell.style, maxColumns: cell.width - 1, alignment: .right)
      column += cell.width
    }
  }
}
