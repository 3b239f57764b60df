internal import Relevance
internal import Retrieval
internal import TerminalUI

/// How many items have which score, with the threshold among them, and where the judged ones stand.
///
/// Bars are as high as the logarithm of a count: a few relevant items at the top would not be seen beside a million at
/// the bottom. Those above the threshold are bold and in the accent's colour; a line and an arrow show where it is
/// without any colour.
struct ScoreHistogramPanel {
  private let state: ExplorerState
  private let layout: FindAllLayout
  private let items: ScoredItems
  private let scale: ScoreAxis

  /// `nil` while there is nothing to show.
  init?(_ state: ExplorerState, _ layout: FindAllLayout) {
    guard let items = state.findAll.found?.items, let scale = layout.axis(of: items) else { return nil }
    self.state = state
    self.layout = layout
    self.items = items
    self.scale = scale
  }

  /// The cell of the threshold; that behind the last one when nothing is above.
  private var border: Int {
    let threshold = state.findAll.threshold
    return state.findAll.cut <= items.named && threshold > scale.range.upperBound
      ? scale.cells : scale.cell(of: threshold)
  }

  func draw(on screen: inout Screen) {
    let counts = scale.counts(of: items)
    let most = counts.max() ?? 0
    drawBars(counts, most: most, on: &screen)
    drawAxis(on: &screen)
    drawMarks(on: &screen)
    guard layout.gutter.columns > 1 else { return }
    label(Numerals.grouped(most), row: layout.bars.row, on: &screen)
    if layout.bars.rows > 2 { label("log scale", row: layout.bars.row + 1, on: &screen) }
    if layout.bars.rows > 1, most > 1 { label("1", row: layout.bars.maxRow - 1, on: &screen) }
  }

  private func label(_ text: String, row: Int, style: Style = Style(.muted), on screen: inout Screen) {
    screen.put(
      text, column: layout.gutter.column, row: row, style: style, maxColumns: layout.gutter.columns - 1,
      alignment: .right)
  }

  /// The binary logarithm of one more than a count, taken as straight between powers of two.
  private static func height(of count: Int) -> Double {
    let value = Double(count + 1)
    return Double(value.exponent) + value.significand - 1
  }

  private func drawBars(_ counts: [Int], most: Int, on screen: inout Screen) {
    let border = border
    for (cell, count) in counts.enumerated() {
      let fraction = most > 0 ? Self.height(of: count) / Self.height(of: most) : 0
      let isAbove = cell >= border
      let column = layout.bars.column + cell
      for (row, text) in Pillar(fraction: fraction, rows: layout.bars.rows).cells.enumerated() {
        let place = layout.bars.row + row
        if text != " " {
          screen.put(
            text, column: column, row: place, style: Style(isAbove ? .accent : .muted, bold: isAbove))
        } else if cell == border {
          screen.put("╎", column: column, row: place, style: Style(.accent))
        }
      }
    }
    drawSides(border, on: &screen)
  }

  /// Says at the top on which side of the threshold how many items are, where no bar is in the way.
  private func drawSides(_ border: Int, on screen: inout Screen) {
    let row = layout.bars.row
    let above = "\(Numerals.grouped(state.findAll.cut)) above"
    let below = "\(Numerals.grouped(items.count - state.findAll.cut)) below"
    let right = layout.bars.column + border + 2
    if right + above.count <= layout.bars.maxColumn, isFree(right - 1, above.count + 1, row, screen) {
      screen.put(above, column: right, row: row, style: Style(.accent, bold: true))
    }
    let left = layout.bars.column + border - 1 - below.count
    if left > layout.bars.column, isFree(left - 1, below.count + 2, row, screen) {
      screen.put(below, column: left, row: row, style: Style(.muted))
    }
  }

  private func isFree(_ column: Int, _ columns: Int, _ row: Int, _ screen: Screen) -> Bool {
    (column..<min(screen.size.columns, column + columns)).allSatisfy {
      [" ", "╎"].contains(screen[column: $0, row: row].text)
    }
  }

  private func drawAxis(on screen: inout Screen) {
    let row = layout.axis.row
    screen.fill(layout.axis, with: "─", style: Style(.muted))
    let low = Numerals.score(Double(scale.range.lowerBound)) + " "
    let high = " " + Numerals.score(Double(scale.range.upperBound))
    screen.put(low, column: layout.axis.column, row: row, style: Style(.muted))
    screen.put(high, column: layout.axis.maxColumn - high.count, row: row, style: Style(.muted))
    let column = layout.axis.column + min(border, scale.cells - 1)
    let text = Numerals.score(Double(state.findAll.threshold))
    // The number stands on the side that has room for it.
    let isRight = column + text.count + 2 < layout.axis.maxColumn - high.count
    let start = isRight ? column + 2 : column - text.count - 1
    screen.put(
      " " + text + " ", column: start - 1, row: row, style: Style(.accent, bold: true))
    screen.put("▲", column: column, row: row, style: Style(.accent, bold: true))
  }

  /// A digit for every bar that judged items stand in: how many are relevant, and how many are not.
  private func drawMarks(on screen: inout Screen) {
    guard !layout.marks.isEmpty, let assessment = state.findAll.assessment else { return }
    var counts: [Verdict: [Int: Int]] = [:]
    for (place, verdict) in assessment.judged.verdicts where place < items.scores.count {
      counts[verdict, default: [:]][scale.cell(of: items.scores[place]), default: 0] += 1
    }
    let lines: [(verdict: Verdict, name: String, style: Style)] = [
      (.relevant, "relevant", Style(.grade3, bold: true)), (.irrelevant, "not", Style(.grade0)),
    ]
    for (index, line) in lines.prefix(layout.marks.rows).enumerated() {
      let row = layout.marks.row + index
      if layout.gutter.columns > 1 { label(line.name, row: row, style: line.style, on: &screen) }
      for (cell, count) in counts[line.verdict] ?? [:] {
        screen.put(
          count > 9 ? "+" : "\(count)", column: layout.marks.column + cell, row: row, style: line.style)
      }
    }
  }
}
