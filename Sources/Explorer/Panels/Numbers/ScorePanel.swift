internal import Relevance
internal import TerminalUI

/// One query's score opened: rank by rank what it adds beside the ideal, then where the rest was lost.
struct ScorePanel {
  /// A line of the table.
  enum Line {
    case rank(MeasureExplanation.Row)
    case heading(String)
    case missing(ScoreArithmetic.Missing)
    case note(String)
    case blank
  }

  /// Ranks below this are left out where neither they nor the ideal add anything.
  private static let patience = 10

  private let score: OpenedScore
  private let state: ExplorerState
  private let layout: NumberLayout

  init(_ score: OpenedScore, _ state: ExplorerState) {
    self.score = score
    self.state = state
    layout = NumberLayout(state.size)
  }

  /// The furthest the table can be scrolled.
  static func lastScroll(of score: OpenedScore, in size: Size) -> Int {
    score.arithmetic.map { max(0, lines($0).count - NumberLayout(size).rows.rows) } ?? 0
  }

  func draw(on screen: inout Screen) {
    var value = Segments(state.board.measure.title, Style(.accent, bold: true))
    if let arithmetic = score.arithmetic {
      value.add(" " + Numerals.fraction(arithmetic.score, decimals: 4), Style(.plain, bold: true))
    }
    NumberPanel.drawHead(
      state.view, value: value, name: score.name, subject: Segments("“\(score.request.query.shownText)”"),
      in: layout.head, on: &screen)
    guard let arithmetic = score.arithmetic else {
      let words = score.failure ?? "ranking the query …"
      screen.put(
        words, column: 2, row: layout.header.row, style: Style(score.failure == nil ? .muted : .warning),
        maxColumns: layout.header.columns - 4)
      return
    }
    drawDefinition(arithmetic, on: &screen)
    drawHeader(arithmetic, on: &screen)
    let lines = Self.lines(arithmetic).dropFirst(score.scroll).prefix(layout.rows.rows)
    for (row, line) in lines.enumerated() { draw(line, in: layout.rows.row + row, on: &screen) }
    if score.scroll < Self.lastScroll(of: score, in: state.size) {
      screen.put(
        "↓ more ", column: 0, row: layout.conclusion.row, style: Style(.accent),
        maxColumns: state.size.columns, alignment: .right)
    }
    for (row, pieces) in conclusions(arithmetic).enumerated() where row < layout.conclusion.rows {
      let room = layout.conclusion.columns - 3
      Segments.fitting(pieces, columns: room)
        .draw(on: &screen, column: 2, row: layout.conclusion.row + row, maxColumns: room)
    }
  }

  private func drawDefinition(_ arithmetic: ScoreArithmetic, on screen: inout Screen) {
    let words = Fitting.wrap(
      arithmetic.measure.measure.definition, columns: layout.summary.columns - 4,
      maxLines: layout.summary.rows)
    for (row, words) in words.enumerated() {
      screen.put(words, column: 2, row: layout.summary.row + row, style: Style(.muted))
    }
  }

  // MARK: - The table

  /// What there is to read: the ranks that count, then the relevant items that add nothing.
  private static func lines(_ arithmetic: ScoreArithmetic) -> [Line] {
    var lines: [Line] = []
    if let explanation = arithmetic.explanation {
      let shown = explanation.rows.filter { row in
        row.rank <= patience || (row.term?.value ?? 0) != 0 || (row.ideal?.term.value ?? 0) != 0
      }
      lines += shown.map(Line.rank)
      let hidden = explanation.rows.count - shown.count
      if hidden > 0 { lines.append(.note("\(hidden) further ranks add nothing")) }
    }
    if !arithmetic.cut.isEmpty {
      lines += [.blank, .heading("Relevant, but below the ranks that count")]
      lines += arithmetic.cut.map(Line.missing)
    }
    if !arithmetic.unretrieved.isEmpty {
      lines += [.blank, .heading("Relevant, but not among the first \(arithmetic.depth)")]
      lines += arithmetic.unretrieved.map(Line.missing)
    }
    return lines
  }

  private static let rankColumns = 6
  private static let gradeColumns = 7
  private static let numberColumns = 9

  private var hasIdeal: Bool { score.arithmetic?.explanation?.rows.contains { $0.ideal != nil } ?? false }

  /// Where the item's title begins.
  private var titleColumn: Int {
    Self.rankColumns + Self.gradeColumns + 3 * Self.numberColumns
      + (hasIdeal ? Self.gradeColumns + Self.numberColumns : 0) + 3
  }

  private func drawHeader(_ arithmetic: ScoreArithmetic, on screen: inout Screen) {
    let muted = Style(.muted)
    let names =
      [("rank", muted), ("grade", muted), ("gain", muted), ("discount", muted), ("adds", muted)]
      + (hasIdeal ? [("ideal", muted), ("adds", muted)] : [])
    draw(names, in: layout.header.row, on: &screen)
    screen.put("item", column: titleColumn, row: layout.header.row, style: muted)
  }

  private func draw(_ line: Line, in row: Int, on screen: inout Screen) {
    switch line {
    case .blank: break
    case .heading(let words): screen.put(words, column: 2, row: row, style: Style(.plain, bold: true))
    case .note(let words): screen.put(words, column: 2, row: row, style: Style(.muted))
    case .missing(let missing):
      draw(
        [(missing.rank.map(String.init) ?? "–", Style(.plain)), grade(missing.grade)], in: row, on: &screen)
      drawItem(missing.document, in: row, on: &screen)
    case .rank(let content):
      draw(cells(content), in: row, on: &screen)
      if let document = content.document { drawItem(document, in: row, on: &screen) }
    }
  }

  private func cells(_ row: MeasureExplanation.Row) -> [(String, Style)] {
    let muted = Style(.muted)
    let adds = row.term?.value ?? 0
    let ideal = row.ideal?.term.value ?? 0
    // Where the ideal has more is where the score is lost.
    let style = hasIdeal && ideal > adds + 1e-9 ? Style(.down) : Style(adds > 0 ? .plain : .muted)
    var cells: [(String, Style)] = [
      ("\(row.rank)", .plain), row.document == nil ? ("", muted) : grade(row.grade),
      (row.term.map { Numerals.brief($0.gain) } ?? "", muted),
      (row.term.map { Numerals.fixed($0.discount, decimals: 3) } ?? "", muted),
      (row.term.map { Numerals.fixed($0.value, decimals: 4) } ?? "", style),
    ]
    if hasIdeal {
      cells.append(row.ideal.map { grade($0.grade) } ?? ("", muted))
      cells.append((row.ideal.map { Numerals.fixed($0.term.value, decimals: 4) } ?? "", .plain))
    }
    return cells
  }

  private func grade(_ grade: Int?) -> (String, Style) {
    guard let grade else { return ("╱", Style(.muted)) }
    return ("\(grade)", Style(GradeMark.ink(of: grade, on: state.bench.scale), bold: true))
  }

  private func draw(_ cells: [(text: String, style: Style)], in row: Int, on screen: inout Screen) {
    let widths =
      [Self.rankColumns, Self.gradeColumns] + Array(repeating: Self.numberColumns, count: 3)
      + [Self.gradeColumns, Self.numberColumns]
    var column = 0
    for (cell, width) in zip(cells, widths) {
      screen.put(
        cell.text, column: column, row: row, style: cell.style, maxColumns: width, alignment: .right)
      column += width
    }
  }

  /// The title, or the id where nothing is known; both where there is room.
  private func drawItem(_ document: DocumentID, in row: Int, on screen: inout Screen) {
    let room = state.size.columns - titleColumn - 1
    guard room > 0 else { return }
    guard let title = score.titles[document] else {
      screen.put(document.text, column: titleColumn, row: row, maxColumns: room)
      return
    }
    let id = Fitting.truncate(document.text, columns: max(8, room / 4))
    var rest = room
    if room >= 40 {
      rest -= DisplayWidth.of(id) + 2
      screen.put(
        id, column: titleColumn, row: row, style: Style(.muted), maxColumns: room, alignment: .right)
    }
    screen.put(title, column: titleColumn, row: row, maxColumns: rest, cut: .atWord)
  }

  // MARK: - What follows

  private func conclusions(_ arithmetic: ScoreArithmetic) -> [[Segments]] {
    let muted = Style(.muted)
    var lines: [[Segments]] = []
    if let explanation = arithmetic.explanation {
      var sum = Segments("sum ", muted)
      sum.add(Numerals.fixed(explanation.sum, decimals: 4))
      sum.add(" ÷ \(hasIdeal ? "ideal" : "norm") ", muted)
      sum.add(Numerals.fixed(explanation.norm, decimals: 4))
      sum.add(" = ", muted)
      sum.add(Numerals.fraction(explanation.score, decimals: 4), Style(.plain, bold: true))
      lines.append([sum])
    }
    if let loss = arithmetic.loss {
      lines.append(NumberPanel.lost(loss, depth: arithmetic.depth, columns: layout.summary.columns - 3))
    }
    var judged = Segments("judged ", muted)
    judged.add("\(arithmetic.judged) of \(arithmetic.looked)")
    var pieces = [judged]
    if let bounds = arithmetic.bounds, bounds.high - bounds.low > 0.000_05 {
      var ends = Segments("the unjudged could make it ", muted)
      ends.add(
        Numerals.fraction(bounds.low, decimals: 4) + " … " + Numerals.fraction(bounds.high, decimals: 4))
      pieces.append(ends)
    }
    pieces.append(Segments(source.words, muted))
    lines.append(pieces)
    return lines
  }

  private var source: Standing.Source {
    state.bench.qrels[score.request.query.id].isEmpty ? state.book.source : .reference
  }
}
