internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A mean over queries opened: its scores, the lowest first, each with where it was lost.
struct MeanPanel {
  private let mean: OpenedMean
  private let state: ExplorerState
  private let layout: NumberLayout

  private static let numberColumns = 9

  init(_ mean: OpenedMean, _ state: ExplorerState) {
    self.mean = mean
    self.state = state
    layout = NumberLayout(state.size)
  }

  func draw(on screen: inout Screen) {
    var value = Segments("mean ", Style(.muted))
    value.add(mean.measure.title, Style(.accent, bold: true))
    value.add(" " + Numerals.fraction(mean.estimate.mean, decimals: 4), Style(.plain, bold: true))
    NumberPanel.drawHead(
      state.view, value: value, name: mean.name, subject: Segments(queries), in: layout.head, on: &screen)
    for (row, words) in summary.enumerated() where row < layout.summary.rows {
      let room = layout.summary.columns - 3
      Segments.fitting(words, columns: room)
        .draw(on: &screen, column: 2, row: layout.summary.row + row, maxColumns: room)
    }
    drawHeader(on: &screen)
    for (row, content) in mean.rows.dropFirst(mean.scroll).prefix(layout.rows.rows).enumerated() {
      draw(content, isChosen: mean.scroll + row == mean.cursor, in: layout.rows.row + row, on: &screen)
    }
    drawConclusion(on: &screen)
  }

  private var queries: String {
    let count =
      Numerals.counted(mean.rows.count, "judged query", plural: "judged queries")
      + (mean.isPartial ? ", not all are ranked yet" : "")
    guard case .column(_, let slice?) = mean.source else { return count }
    return "slice \(slice), \(count)"
  }

  private var summary: [[Segments]] {
    let muted = Style(.muted)
    var first = [Segments("the sum of the scores ÷ their number", muted)]
    if let coverage = mean.coverage {
      var piece = Segments("judged@\(QueryRow.depth) ", muted)
      piece.add("\(Int((coverage * 100).rounded()))%")
      first.insert(piece, at: 0)
    }
    if let interval = mean.estimate.interval {
      var piece = Segments("95 % ", muted)
      piece.add(
        Numerals.fraction(interval.low, decimals: 4) + " … " + Numerals.fraction(interval.high, decimals: 4))
      piece.add(" over queries", muted)
      // Where there is no room, what a mean is has to go.
      first.insert(piece, at: 0)
    }
    if let loss = mean.loss {
      return [first, NumberPanel.lost(loss, depth: mean.plan.depth, columns: layout.summary.columns - 3)]
    }
    return mean.isComplete ? [first] : [first, [Segments("ranking the queries to see what is lost…", muted)]]
  }

  // MARK: - The table

  private var names: [String] {
    ["score"] + (mean.loss == nil ? [] : ["lost", "order", "cut off", "missed"])
  }

  /// Cells of the query's text.
  private var textColumns: Int {
    max(8, min(72, layout.rows.columns - 3 - names.count * Self.numberColumns))
  }

  private func drawHeader(on screen: inout Screen) {
    screen.put("query", column: 2, row: layout.header.row, style: Style(.muted))
    draw(names.map { ($0, Style(.muted)) }, in: layout.header.row, on: &screen)
  }

  private func draw(_ row: OpenedMean.Row, isChosen: Bool, in line: Int, on screen: inout Screen) {
    if isChosen { screen.put("▌", column: 0, row: line, style: Style(.accent)) }
    screen.put(
      row.query.shownText, column: 2, row: line, style: Style(.plain, bold: isChosen),
      maxColumns: textColumns - 1, cut: .atWord)
    var cells = [(Numerals.fraction(row.score, decimals: 4), Style(.plain, bold: isChosen))]
    if mean.loss != nil, let loss = row.loss {
      cells.append((amount(loss.best - loss.score), Style(.down)))
      cells += [loss.order, loss.cutoff, loss.unretrieved].map { (amount($0), Style(.muted)) }
    }
    draw(cells, in: line, on: &screen)
  }

  /// Nothing, where nothing is lost.
  private func amount(_ value: Double) -> String {
    value < 0.000_05 ? "" : Numerals.fraction(value, decimals: 4)
  }

  private func draw(_ cells: [(text: String, style: Style)], in row: Int, on screen: inout Screen) {
    var column = 2 + textColumns
    for cell in cells {
      screen.put(
        cell.text, column: column, row: row, style: cell.style, maxColumns: Self.numberColumns,
        alignment: .right)
      column += Self.numberColumns
    }
  }

  private func drawConclusion(on screen: inout Screen) {
    let row = layout.conclusion.maxRow - 1
    guard layout.conclusion.rows > 0 else { return }
    screen.put(
      "\(mean.cursor + 1) of \(mean.rows.count), the lowest first; enter or x opens a score", column: 2,
      row: row, style: Style(.muted), maxColumns: layout.conclusion.columns - 3)
  }
}
