/// The lines of a text with their numbers: `\n` or `\r\n` between them, a byte-order mark at the start skipped.
///
/// Splitting is by bytes: to Swift `"\r\n"` is one character, and a combining mark after a line break would
/// otherwise join the lines around it.
package struct NumberedLines: Sequence, IteratorProtocol {
  /// One line without its terminator.
  package struct Line {
    /// The line, from 1.
    package let number: Int
    /// What stands on it.
    package let text: Substring
  }

  private var rest: Substring.UTF8View
  private var number = 0
  private var isFinished = false

  /// The lines of `text`.
  package init(_ text: String) {
    rest = text[...].utf8
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
  }

  /// The next line, or `nil` after the last.
  package mutating func next() -> Line? {
    guard !isFinished else { return nil }
    var line = rest
    if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      line = rest[..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      isFinished = true
      if line.isEmpty { return nil }
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    number += 1
    return Line(number: number, text: Substring(line))
  }
}

extension Substring {
  /// The parts between tabs, empty ones kept.
  var tabSeparatedColumns: [Substring] {
    utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The parts between runs of ASCII white space, as `isspace` of the C locale sees it.
  package var whitespaceSeparatedColumns: [Substring] {
    var columns: [Substring] = []
    columns.reserveCapacity(6)
    var start: Index?
    for index in utf8.indices {
      let byte = utf8[index]
      let isSeparator = byte == UInt8(ascii: " ") || (9...13).contains(byte)
      if isSeparator, let begun = start {
        columns.append(self[begun..<index])
        start = nil
      } else if !isSeparator, start == nil {
        start = index
      }
    }
    if let start { columns.append(self[start...]) }
    return columns
  }
}
