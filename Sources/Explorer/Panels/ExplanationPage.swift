internal import Retrieval
internal import TerminalUI

/// A score taken apart: one line for each number, indented by depth, with a bar where the numbers add up.
struct ExplanationPage: DetailPage {
  struct Line {
    let depth: Int
    let label: String
    let value: Double?
    /// The share of the sum it belongs to at the outermost level, so that bars of different depths compare; `nil`
    /// when the number is an input of a formula.
    let share: Double?
  }

  let lines: [Line]

  private static let valueColumns = 6
  private static let barColumns = 8

  init(root: Explanation, columns: Int) {
    lines = Self.lines(of: root, columns: columns)
  }

  func draw(_ line: Line, on screen: inout Screen, in area: Rect, row: Int) {
    let isRoot = line.depth == 0
    let style = Style(line.share == nil && !isRoot ? .muted : .plain, bold: isRoot)
    if let value = line.value {
      screen.put(
        Numerals.score(value), column: area.column, row: row, style: style, maxColumns: Self.valueColumns,
        alignment: .right)
    }
    screen.put(
      line.label, column: area.column + Self.valueColumns + 1 + line.depth, row: row, style: style)
    if let share = line.share, !isRoot {
      let bar = Meter(fraction: abs(share), columns: Self.barColumns).text
      screen.put(
        bar, column: area.maxColumn - Self.barColumns, row: row, style: Style(share < 0 ? .down : .accent))
    }
  }

  /// Every number with its label wrapped into the room left of the bar.
  private static func lines(of root: Explanation, columns: Int) -> [Line] {
    var lines: [Line] = []
    func add(_ node: Explanation, depth: Int, share: Double?, of sum: Double) {
      // Only a number that is part of a sum has a bar beside it.
      let bar = share == nil ? 0 : barColumns + 1
      let room = columns - valueColumns - 1 - depth - bar
      for (index, words) in Fitting.wrap(node.label, columns: max(8, room)).enumerated() {
        let isFirst = index == 0
        lines.append(
          Line(
            depth: depth, label: words, value: isFirst ? node.value : nil,
            share: isFirst ? share : share.map { _ in 0 }))
      }
      // A sum within a sum is drawn to the scale of the outer one; a formula's input starts a scale of its own.
      let total = share == nil ? node.details.reduce(0) { $0 + abs($1.value) } : sum
      for detail in node.details {
        let part = node.combines == .sum && total > 0 ? detail.value / total : nil
        add(detail, depth: depth + 1, share: part, of: total)
      }
      for source in node.background { add(source, depth: depth + 1, share: nil, of: 0) }
    }
    add(root, depth: 0, share: nil, of: 0)
    return lines
  }
}
