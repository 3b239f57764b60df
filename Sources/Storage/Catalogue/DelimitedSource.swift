/// A table with a heading line: comma-separated (RFC 4180) or tab-separated values.
///
/// Blank lines are skipped.
struct DelimitedSource: RecordSource {
  /// How columns are told apart.
  enum Dialect {
    /// RFC 4180: a column in quotes may hold commas, doubled quotes and line breaks.
    case commas
    /// One record on each line; a column may be in quotes but can't hold a tab or a line break.
    case tabs
  }

  /// The longest record in quotes; beyond it a quote was most likely never closed.
  private static let longestRecord = 1 << 20

  private let dialect: Dialect
  private var lines: LineSource
  /// The names in the heading.
  private(set) var names: [String] = []

  /// Opens the file and reads its heading.
  init(_ path: String, dialect: Dialect) throws(StorageError) {
    self.dialect = dialect
    lines = try LineSource(path)
    guard let heading = try nextColumns() else {
      throw .malformed(path: path, reason: "empty; expected a first line with column names")
    }
    names = heading.columns.map { PlainText.sanitised($0) }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw .malformedLine(path: path, line: heading.line, reason: "two columns are called '\(name)'")
    }
  }

  var offset: Int { lines.offset }
  var size: Int { lines.size }

  mutating func next() throws(StorageError) -> RawRecord? {
    guard let row = try nextColumns() else { return nil }
    guard row.columns.count == names.count else {
      throw .malformedLine(
        path: lines.path, line: row.line,
        reason: "\(row.columns.count) columns where the first line names \(names.count)")
    }
    return RawRecord(line: row.line, values: zip(names, row.columns).map { (name: $0, value: $1) })
  }

  /// The columns of the next record as they are spelled, or `nil` at the end of the file.
  mutating func nextColumns() throws(StorageError) -> (line: Int, columns: [String])? {
    while let line = try lines.next() {
      guard !line.bytes.isEmpty else { continue }
      let columns =
        switch dialect {
        case .commas: try commaSeparated(from: line)
        case .tabs: line.bytes.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.unquoted)
        }
      var texts: [String] = []
      for column in columns {
        guard let text = String(validating: column, as: UTF8.self) else {
          throw .malformedLine(
            path: lines.path, line: line.number, reason: "not valid UTF-8; convert the file to UTF-8")
        }
        texts.append(text)
      }
      return (line.number, texts)
    }
    return nil
  }

  /// The columns of the record that begins with `first`, reading on while a quote is open.
  ///
  /// When the record turns out to be broken further down, reading resumes after its first line: the quote opened
  /// there most likely was never meant to span lines.
  private mutating func commaSeparated(from first: LineSource.Line) throws(StorageError) -> [[UInt8]] {
    var splitter = QuotedColumns()
    var line = first
    var length = 0
    while true {
      do throws(QuotedColumns.Fault) {
        if try splitter.feed(line.bytes) { return splitter.columns }
      } catch {
        guard line.number != first.number else {
          throw .malformedLine(path: lines.path, line: line.number, reason: error.reason)
        }
        throw try unclosedQuote(in: first)
      }
      length += line.bytes.count
      guard length < Self.longestRecord, let next = try lines.next() else {
        throw try unclosedQuote(in: first)
      }
      line = next
    }
  }

  private mutating func unclosedQuote(in line: LineSource.Line) throws(StorageError) -> StorageError {
    try lines.rewind(toAfter: line)
    return .malformedLine(
      path: lines.path, line: line.number,
      reason: "a quote that is opened on this line is never closed, or not before a comma or a line end")
  }

  /// A column without the quotes around it, when all quotes inside are doubled; otherwise as it is.
  private static func unquoted(_ column: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard column.count >= 2, column.first == quote, column.last == quote else { return Array(column) }
    var inner: [UInt8] = []
    var pending = false
    for byte in column.dropFirst().dropLast() {
      if pending, byte != quote { return Array(column) }
      if byte == quote, !pending {
        pending = true
        continue
      }
      pending = false
      inner.append(byte)
    }
    return pending ? Array(column) : inner
  }
}
