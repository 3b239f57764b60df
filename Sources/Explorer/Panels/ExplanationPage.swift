internal import Retrieval
internal import TerminalUI

/// A score taken apart: one line for each number, indented by depth, with a bar where the numbers add up.
///
/// A fused score comes with its terms first, then in sections with what they were made from: the lanes' own scores,
/// then the arithmetic of fusion. A sum of sums over the same
/// names (bands of the vector, each of text and picture) is a table.
struct ExplanationPage: DetailPage {
  enum Line {
    case blank
    case number(ExplanationNumber)
    case table(ExplanationTable.Line)
  }

  private(set) var lines: [Line] = []
  private let columns: Int

  init(root: Explanation, columns: Int) {
    self.columns = columns
    let hasTerms = root.details.count > 1 && root.details.contains { !$0.details.isEmpty }
    guard hasTerms || !root.background.isEmpty else {
      add(root, depth: 0, share: nil, of: 0)
      return
    }
    addHeading(root)
    let total = root.details.reduce(0) { $0 + abs($1.value) }
    for term in root.details {
      // The whole label comes with the arithmetic below.
      addNumber(
        term, depth: 1, share: root.combines == .sum && total > 0 ? term.value / total : nil, maxLines: 2)
    }
    for section in root.background + root.details where !section.details.isEmpty {
      lines.append(.blank)
      addHeading(section)
      addDetails(of: section, depth: 0, share: nil, of: 0)
    }
  }

  func draw(_ line: Line, on screen: inout Screen, in area: Rect, row: Int) {
    switch line {
    case .blank: break
    case .number(let number): number.draw(on: &screen, in: area, row: row)
    case .table(let line): line.draw(on: &screen, in: area, row: row)
    }
  }

  /// A node and everything below it.
  private mutating func add(_ node: Explanation, depth: Int, share: Double?, of sum: Double) {
    addNumber(node, depth: depth, share: share)
    addDetails(of: node, depth: depth, share: share, of: sum)
  }

  private mutating func addDetails(of node: Explanation, depth: Int, share: Double?, of sum: Double) {
    // A sum within a sum is drawn to the scale of the outer one; a formula's input starts a scale of its own.
    let total = share == nil ? node.details.reduce(0) { $0 + abs($1.value) } : sum
    if let table = ExplanationTable(node, total: total, columns: columns) {
      lines += table.lines.map(Line.table)
      return
    }
    for detail in node.details {
      add(
        detail, depth: depth + 1, share: node.combines == .sum && total > 0 ? detail.value / total : nil,
        of: total)
    }
  }

  private mutating func addHeading(_ node: Explanation) {
    addNumber(node, depth: 0, share: nil)
  }

  /// A number with its label wrapped into the room left of the bar.
  private mutating func addNumber(_ node: Explanation, depth: Int, share: Double?, maxLines: Int = .max) {
    // Only a number that is part of a sum has a bar beside it.
    let bar = share == nil ? 0 : ExplanationNumber.barColumns + 1
    let room = max(8, columns - ExplanationNumber.valueColumns - 1 - depth - bar)
    for (index, words) in Fitting.wrap(node.label, columns: room, maxLines: maxLines).enumerated() {
      let isFirst = index == 0
      lines.append(
        .number(
          ExplanationNumber(
            depth: depth, label: words, value: isFirst ? node.value : nil,
            share: isFirst ? share : share.map { _ in 0 })))
    }
  }
}

/// One line of an explanation: a number, what it is, and what share of a sum it has.
struct ExplanationNumber {
  let depth: Int
  let label: String
  /// `nil` on the second and further lines of a long label.
  let value: Double?
  /// The share of the sum it belongs to at the outermost level, so that bars of different depths compare; `nil`
  /// when the number is an input of a formula.
  let share: Double?

  static let valueColumns = 6
  static let barColumns = 8

  func draw(on screen: inout Screen, in area: Rect, row: Int) {
    let isRoot = depth == 0
    let style = Style(share == nil && !isRoot ? .muted : .plain, bold: isRoot)
    if let value {
      screen.put(
        Numerals.score(value), column: area.column, row: row, style: style, maxColumns: Self.valueColumns,
        alignment: .right)
    }
    screen.put(label, column: area.column + Self.valueColumns + 1 + depth, row: row, style: style)
    if let share, !isRoot {
      ExplanationBar.draw(share, columns: Self.barColumns, before: area.maxColumn, row: row, on: &screen)
    }
  }
}

/// A bar as long as a share, in the colour of its sign.
enum ExplanationBar {
  static func draw(_ share: Double, columns: Int, before end: Int, row: Int, on screen: inout Screen) {
    let bar = Meter(fraction: abs(share), columns: columns).text
    screen.put(bar, column: end - columns, row: row, style: Style(share < 0 ? .down : .accent))
  }
}
