import Relevance

/// The records of a table in memory, separated by commas, semicolons or tabs, quoted as RFC 4180 has it.
///
/// Nothing is trimmed or normalised; a carriage return counts as part of a line's end only outside quotes. Blank
/// lines and a byte-order mark are skipped.
struct DelimitedText: Sequence, IteratorProtocol {
  /// One record.
  struct Record {
    /// The line it begins on, from 1.
    let line: Int
    /// Its columns, or why it has none.
    let columns: Result<[String], Fault>
  }

  /// Why a record can't be read.
  struct Fault: Error, Hashable {
    let reason: String
  }

  /// The longest record in quotes; beyond it a quote was most likely never closed.
  private static let longestRecord = 1 << 20

  private let separator: UInt8
  private let bytes: [UInt8]
  private var position = 0
  private var line = 0

  init(_ bytes: [UInt8], separator: Character = ",") {
    self.bytes = bytes
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
  }

  /// The separator that the first line seems to use: a tab when it has one, a semicolon when it has no comma, as
  /// spreadsheets write where the comma is the decimal point.
  static func separator(of bytes: [UInt8]) -> Character {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    if line.contains(UInt8(ascii: "\t")) { return "\t" }
    return line.contains(UInt8(ascii: ";")) && !line.contains(UInt8(ascii: ",")) ? ";" : ","
  }

  mutating func next() -> Record? {
    while let first = nextLine() {
      if withoutReturn(first).isEmpty { continue }
      return Record(line: line, columns: columns(from: first))
    }
    return nil
  }

  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    defer { position = end + 1 }
    line += 1
    return bytes[position..<end]
  }

  private func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// The columns of the record that begins with `first`, reading on while a quote is open.
  ///
  /// When that leads nowhere, reading resumes after the first line: its quote was never meant to span lines.
  private mutating func columns(from first: ArraySlice<UInt8>) -> Result<[String], Fault> {
    let start = (position: position, line: line)
    var splitter = QuotedColumns(separator: separator)
    var next: ArraySlice<UInt8>? = first
    var length = 0
    while let current = next, length < Self.longestRecord {
      do throws(QuotedColumns.Fault) {
        var ended = splitter
        if try ended.feed(Array(withoutReturn(current))) { return texts(ended.columns) }
        _ = try splitter.feed(Array(current))
      } catch {
        guard line != start.line else { return .failure(Fault(reason: error.reason)) }
        break
      }
      length += current.count
      next = nextLine()
    }
    (position, line) = start
    return .failure(
      Fault(
        reason: "a quote that is opened on this line is never closed, or not before a separator or a line end"
      ))
  }

  private func texts(_ columns: [[UInt8]]) -> Result<[String], Fault> {
    var texts: [String] = []
    for column in columns {
      guard let text = String(validating: column, as: UTF8.self) else {
        return .failure(Fault(reason: "not valid UTF-8; convert the file to UTF-8"))
      }
      texts.append(text)
    }
    return .success(texts)
  }
}

extension DelimitedText {
  /// A record without its end; columns that need quotes get them.
  static func line(_ columns: [String], separator: Character = ",") -> String {
    columns.map { column in
      let mark = separator.asciiValue ?? UInt8(ascii: ",")
      let needsQuotes = column.utf8.contains { $0 == mark || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
      guard needsQuotes else { return column }
      return "\"" + column.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }.joined(separator: String(separator))
  }
}

extension String {
  /// The text without ASCII white space at its ends.
  var trimmingBlanks: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
    var rest = utf8[...]
    while let byte = rest.first, isBlank(byte) { rest.removeFirst() }
    while let byte = rest.last, isBlank(byte) { rest.removeLast() }
    return String(Substring(rest))
  }

  /// Whether a tool that trims columns would take something from the text.
  var hasBlankEnds: Bool {
    func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return scalar.properties.isWhitespace || scalar == "\0" || scalar == "\u{feff}"
    }
    return isBlank(unicodeScalars.first) || isBlank(unicodeScalars.last)
  }
}
