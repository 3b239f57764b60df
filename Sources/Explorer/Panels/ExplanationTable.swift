internal import Retrieval
internal import TerminalUI

/// A sum whose summands are sums over the same names, as a table: a row for each summand, a column for each name.
///
/// ```
///  dims     adds   text  picture
///               × 0.5  × 0.5
///  0–64    .6900  .2800  .4100 ━━━━━━━━
///  64–256  .0220  .0320  -.010 ╸
/// ```
struct ExplanationTable {
  struct Line {
    let name: String
    let nameColumns: Int
    let cells: [String]
    let cellColumns: Int
    let isHead: Bool
    /// The share that the bar shows; `nil` in the head.
    let share: Double?
    let barColumns: Int

    func draw(on screen: inout Screen, in area: Rect, row: Int) {
      let style = isHead ? Style(.muted) : .plain
      var column = area.column + ExplanationTable.indent
      screen.put(name, column: column, row: row, style: Style(.muted), maxColumns: nameColumns)
      column += nameColumns + 1
      for (index, cell) in cells.enumerated() {
        // The sum is what the row says; the numbers it is made of step back.
        screen.put(
          cell, column: column, row: row, style: index == 0 ? style : Style(.muted),
          maxColumns: cellColumns, alignment: .right)
        column += cellColumns + 1
      }
      if let share, barColumns > 0 {
        ExplanationBar.draw(share, columns: barColumns, before: column + barColumns, row: row, on: &screen)
      }
    }
  }

  static let indent = 1
  /// A score takes five cells; the names over them like to have more.
  private static let cellWidths = [7, 6]
  private static let leastBar = 3

  let lines: [Line]

  /// `nil` when the node is no such sum, or when its table does not fit.
  init?(_ node: Explanation, total: Double, columns: Int) {
    let names = (node.details.first?.details ?? []).map(\.label)
    guard node.combines == .sum, node.details.count > 1, !names.isEmpty,
      node.details.allSatisfy({ row in
        row.combines == .sum && row.details.map(\.label) == names && row.details.allSatisfy(\.details.isEmpty)
      })
    else { return nil }
    let (title, rows) = Self.splitCommonWord(node.details.map(\.label))
    let nameColumns = ([title] + rows).map(DisplayWidth.of).max() ?? 0
    func room(cellColumns: Int) -> Int {
      columns - Self.indent - nameColumns - 1 - (names.count + 1) * (cellColumns + 1)
    }
    guard let cellColumns = Self.cellWidths.first(where: { room(cellColumns: $0) >= Self.leastBar }) else {
      return nil
    }
    let barColumns = min(ExplanationNumber.barColumns, room(cellColumns: cellColumns))

    let heads = names.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    var lines = [
      Line(
        name: title, nameColumns: nameColumns, cells: ["adds"] + heads.map { $0.first ?? "" },
        cellColumns: cellColumns, isHead: true, share: nil, barColumns: 0)
    ]
    if heads.contains(where: { $0.count > 1 }) {
      lines.append(
        Line(
          name: "", nameColumns: nameColumns, cells: [""] + heads.map { $0.count > 1 ? $0[1] : "" },
          cellColumns: cellColumns, isHead: true, share: nil, barColumns: 0))
    }
    lines += zip(rows, node.details).map { name, row in
      Line(
        name: name, nameColumns: nameColumns,
        cells: ([row.value] + row.details.map(\.value)).map(Numerals.score), cellColumns: cellColumns,
        isHead: false,
        share: total > 0 ? row.value / total : 0, barColumns: barColumns)
    }
    self.lines = lines
  }

  /// The word that all labels begin with, and the labels without it.
  private static func splitCommonWord(_ labels: [String]) -> (word: String, rests: [String]) {
    guard let word = labels.first?.split(separator: " ").first.map(String.init),
      labels.allSatisfy({ $0.hasPrefix(word + " ") })
    else { return ("", labels) }
    return (word, labels.map { String($0.dropFirst(word.count + 1)) })
  }
}
