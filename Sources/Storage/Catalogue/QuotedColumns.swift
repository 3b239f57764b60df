/// Splits one record (RFC 4180, with commas or another separator) that is fed line by line.
struct QuotedColumns {
  /// Why a record can't be split.
  struct Fault: Error {
    let reason: String
  }

  private enum State {
    case columnStart
    case plain
    case quoted
    /// After a quote inside quotes: the end, or the first half of a doubled one.
    case quoteInQuotes
  }

  /// The columns of the record once `feed` returned `true`.
  private(set) var columns: [[UInt8]] = []
  private var column: [UInt8] = []
  private var state = State.columnStart
  private let separator: UInt8

  init(separator: UInt8 = UInt8(ascii: ",")) {
    self.separator = separator
  }

  /// Takes a line without its terminator.
  /// - Returns: whether the record is complete; otherwise a quote is open and the next line belongs to it.
  mutating func feed(_ line: [UInt8]) throws(Fault) -> Bool {
    if state == .quoted { column.append(UInt8(ascii: "\n")) }
    for byte in line { try take(byte) }
    guard state != .quoted else { return false }
    endColumn()
    return true
  }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    switch (state, byte) {
    case (.columnStart, UInt8(ascii: "\"")): state = .quoted
    case (.columnStart, separator), (.plain, separator), (.quoteInQuotes, separator):
      endColumn()
    case (.columnStart, _), (.plain, _):
      column.append(byte)
      state = .plain
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuotes
    case (.quoted, _): column.append(byte)
    case (.quoteInQuotes, UInt8(ascii: "\"")):
      column.append(byte)
      state = .quoted
    case (.quoteInQuotes, _):
      throw Fault(reason: "text after the closing quote of a column; a quote inside quotes is written twice")
    }
  }

  private mutating func endColumn() {
    columns.append(column)
    column = []
    state = .columnStart
  }
}
