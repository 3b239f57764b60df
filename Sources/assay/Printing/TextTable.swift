internal import TerminalUI

/// Rows of cells under headings, each column as wide as its widest cell.
struct TextTable {
  /// One column.
  struct Column {
    let heading: String
    let isNumber: Bool

    /// A column of words, at the left.
    static func words(_ heading: String) -> Column { Column(heading: heading, isNumber: false) }
    /// A column of numbers, at the right.
    static func number(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; missing cells at its end are empty.
  mutating func add(_ cells: [String]) {
    rows.append((cells + Array(repeating: "", count: max(0, columns.count - cells.count))).map(Self.safe))
  }

  /// The lines, headings first.
  var lines: [String] {
    let headings = columns.map(\.heading)
    let widths = columns.indices.map { column in
      ([headings] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return ([headings] + rows).map { cells in
      let padded = columns.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
        return columns[column].isNumber ? blank + cells[column] : cells[column] + blank
      }
      var line = padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// What comes from files may hold anything; nothing of it may steer a terminal or break a row.
  private static func safe(_ cell: String) -> String {
    Diagnostics.spelledOut(cell).replacing("\n", with: " ")
  }
}
