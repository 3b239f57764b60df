internal import TerminalUI

extension Glass {
  /// Carries out `CSI numbers final`.
  mutating func perform(_ final: UnicodeScalar, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    // A character in the last column leaves the cursor behind it; every motion starts from the column itself.
    let column = min(column, size.columns - 1)
    switch final {
    case "H", "f": move(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: count - 1)
    case "A": move(column: column, row: row - count)
    case "B": move(column: column, row: row + count)
    case "C": move(column: column + count, row: row)
    case "D": move(column: column - count, row: row)
    case "G", "`": move(column: count - 1, row: row)
    case "d": move(column: column, row: count - 1)
    case "I": move(column: (column / 8 + count) * 8, row: row)
    case "Z": move(column: ((column + 7) / 8 - count) * 8, row: row)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": blank(row * size.columns + column, min(count, size.columns - column))
    case "b": for _ in 0..<count { print(lastPrinted) }
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "m": pen.select(numbers)
    default: break
    }
  }

  /// Writes one character with its marks at the cursor and moves on.
  mutating func print(_ text: String) {
    let width = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
    guard width > 0 else { return combine(text) }
    lastPrinted = text
    if column + width > size.columns {
      column = 0
      row = min(size.rows - 1, row + 1)
    }
    put(text, at: row * size.columns + column)
    if width == 2 { put("", at: row * size.columns + column + 1) }
    column += width
  }

  mutating func move(column: Int, row: Int) {
    self.column = min(max(0, column), size.columns - 1)
    self.row = min(max(0, row), size.rows - 1)
  }

  /// Adds a mark to the character before the cursor.
  private mutating func combine(_ mark: String) {
    guard column > 0 else { return }
    var index = row * size.columns + column - 1
    if cells[index].text.isEmpty, column > 1 { index -= 1 }
    put(cells[index].text + mark, at: index)
  }

  private mutating func blank(_ start: Int, _ count: Int) {
    for index in start..<min(cells.count, start + max(0, count)) { put(" ", at: index) }
  }

  private mutating func eraseScreen(_ what: Int) {
    let here = row * size.columns + min(column, size.columns - 1)
    switch what {
    case 0: blank(here, cells.count - here)
    case 1: blank(0, here + 1)
    default: blank(0, cells.count)
    }
  }

  private mutating func eraseLine(_ what: Int) {
    let start = row * size.columns
    let column = min(column, size.columns - 1)
    switch what {
    case 0: blank(start + column, size.columns - column)
    case 1: blank(start, column + 1)
    default: blank(start, size.columns)
    }
  }

  private mutating func deleteCells(_ count: Int) {
    let (here, end) = restOfRow
    let removed = min(count, end - here)
    replace(here..<end, by: cells[(here + removed)..<end] + Array(repeating: Cell(), count: removed))
  }

  private mutating func insertCells(_ count: Int) {
    let (here, end) = restOfRow
    let added = min(count, end - here)
    replace(here..<end, by: Array(repeating: Cell(), count: added) + cells[here..<(end - added)])
  }

  private var restOfRow: (here: Int, end: Int) {
    (row * size.columns + min(column, size.columns - 1), (row + 1) * size.columns)
  }
}
