import TerminalUI

/// What an xterm would show of the bytes it was sent: as much of a terminal as ncurses uses.
struct Glass {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Whether the alternate screen is shown.
  private(set) var isAlternate = false
  private(set) var isCursorVisible = true
  /// Whether pasted text is to be bracketed.
  private(set) var bracketsPastes = false

  private var cells: [[String]]
  private var (row, column) = (0, 0)
  private var saved = (row: 0, column: 0)
  private var region: ClosedRange<Int>
  private var wrapsNext = false
  private var lastText = " "
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    region = 0...rows - 1
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without blanks at their ends.
  var lines: [String] {
    cells.map { cells in
      let line = cells.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func resize(columns: Int, rows: Int) {
    self = {
      var glass = Glass(columns: columns, rows: rows)
      (glass.isAlternate, glass.isCursorVisible) = (isAlternate, isCursorVisible)
      (glass.bracketsPastes, glass.pending) = (bracketsPastes, pending)
      return glass
    }()
  }

  /// Takes bytes as they come; an unfinished sequence waits for its rest.
  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    var rest = pending[...]
    while let token = GlassToken.next(&rest) { obey(token) }
    pending = Array(rest)
  }

  private mutating func obey(_ token: GlassToken) {
    switch token {
    case .text(let text): put(text)
    case .control(let byte): control(byte)
    case .escape(let final): escape(final)
    case .sequence(let mark, let numbers, let final):
      if mark.isEmpty { sequence(final, numbers) } else { mode(mark, numbers, final) }
    case .string: break
    }
  }

  private mutating func put(_ text: String) {
    let width = DisplayWidth.of(text)
    if width == 0 {
      cells[row][max(0, column - 1)] += text
      return
    }
    if wrapsNext {
      wrapsNext = false
      column = 0
      lineFeed()
    }
    cells[row][column] = text
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    lastText = text
    wrapsNext = column + width >= columns
    column = min(columns - 1, column + width)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(row, column - 1)
    case 0x09: move(row, (column / 8 + 1) * 8)
    case 0x0a...0x0c: lineFeed()
    case 0x0d: move(row, 0)
    default: break
    }
  }

  private mutating func escape(_ final: Character) {
    switch final {
    case "7": saved = (row, column)
    case "8": move(saved.row, saved.column)
    case "D": lineFeed()
    case "M":
      if row == region.lowerBound { scroll(by: -1, in: region) } else { move(row - 1, column) }
    default: break
    }
  }

  private mutating func sequence(_ final: Character, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": move(row - count, column)
    case "B": move(row + count, column)
    case "C": move(row, column + count)
    case "D": move(row, column - count)
    case "G": move(row, count - 1)
    case "d": move(count - 1, column)
    case "H", "f": move(count - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
    case "J": eraseScreen(first)
    case "K": erase(first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
    case "X": erase(column..<min(columns, column + count))
    case "P": shift(removing: count)
    case "@": shift(inserting: count)
    case "L": scroll(by: -count, in: row...region.upperBound)
    case "M": scroll(by: count, in: row...region.upperBound)
    case "S": scroll(by: count, in: region)
    case "T": scroll(by: -count, in: region)
    case "b": for _ in 0..<count { put(lastText) }
    case "r":
      region = max(0, first - 1)...min(rows, numbers.dropFirst().first ?? rows) - 1
      move(0, 0)
    default: break
    }
  }

  private mutating func mode(_ mark: String, _ numbers: [Int], _ final: Character) {
    guard mark == "?", final == "h" || final == "l" else { return }
    for number in numbers {
      switch number {
      case 25: isCursorVisible = final == "h"
      case 1049:
        isAlternate = final == "h"
        eraseScreen(2)
      case 2004: bracketsPastes = final == "h"
      default: break
      }
    }
  }

  private mutating func move(_ row: Int, _ column: Int) {
    wrapsNext = false
    self.row = min(rows - 1, max(0, row))
    self.column = min(columns - 1, max(0, column))
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(by: 1, in: region) } else { row = min(rows - 1, row + 1) }
  }

  private mutating func erase(_ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseScreen(_ part: Int) {
    let blank = Array(repeating: " ", count: columns)
    if part == 0 { erase(column..<columns) }
    if part == 1 { erase(0..<column + 1) }
    for row in part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows { cells[row] = blank }
  }

  private mutating func shift(removing count: Int) {
    cells[row].removeSubrange(column..<min(columns, column + count))
    cells[row] += Array(repeating: " ", count: columns - cells[row].count)
  }

  private mutating func shift(inserting count: Int) {
    cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    cells[row].removeLast(cells[row].count - columns)
  }

  private mutating func scroll(by count: Int, in region: ClosedRange<Int>) {
    let blank = Array(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), region.count) {
      cells.remove(at: count > 0 ? region.lowerBound : region.upperBound)
      cells.insert(blank, at: count > 0 ? region.upperBound : region.lowerBound)
    }
  }
}

/// One instruction to a terminal.
private enum GlassToken {
  case text(String)
  case control(UInt8)
  case escape(Character)
  /// The private marks, the numbers and the final character of a CSI sequence.
  case sequence(String, [Int], Character)
  /// An OSC, DCS or other string, which shows nothing here.
  case string

  /// Takes the next instruction from the front of `bytes`, or `nil` when it is not complete.
  static func next(_ bytes: inout ArraySlice<UInt8>) -> GlassToken? {
    guard let first = bytes.first else { return nil }
    if first == 0x1b { return escaped(&bytes) }
    if first < 0x20 || first == 0x7f {
      bytes.removeFirst()
      return .control(first)
    }
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    defer { bytes.removeFirst(length) }
    return .text(String(decoding: bytes.prefix(length), as: UTF8.self))
  }

  private static func escaped(_ bytes: inout ArraySlice<UInt8>) -> GlassToken? {
    guard let kind = bytes.dropFirst().first else { return nil }
    let body = bytes.dropFirst(2)
    switch kind {
    case UInt8(ascii: "["):
      guard let end = body.firstIndex(where: { (0x40...0x7e).contains($0) }) else { return nil }
      let inside = String(decoding: body[..<end], as: UTF8.self)
      let mark = inside.prefix { !$0.isNumber && $0 != ";" }
      let numbers = inside.dropFirst(mark.count).split(separator: ";", omittingEmptySubsequences: false)
        .map { Int($0.prefix(while: \.isNumber)) ?? 0 }
      bytes = bytes[(end + 1)...]
      return .sequence(String(mark), numbers, Character(UnicodeScalar(body[end])))
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1b }) else { return nil }
      guard body[end] == 0x07 || end + 1 < body.endIndex else { return nil }
      bytes = bytes[(end + (body[end] == 0x07 ? 1 : 2))...]
      return .string
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
      guard !body.isEmpty else { return nil }
      bytes.removeFirst(3)
      return .string
    default:
      bytes.removeFirst(2)
      return .escape(Character(UnicodeScalar(kind)))
    }
  }
}
