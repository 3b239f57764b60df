/// The text of a file of presets, in lines, with where each preset begins.
struct PresetText {
  private let lines: [String]
  /// Names with the index of the line on which each begins, ascending.
  private let beginnings: [(name: String, line: Int)]

  init(_ text: String, of table: TOMLTable) {
    // By bytes: to Swift's characters, a carriage return and a line feed are one.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    self.lines = lines.last == "" ? lines.dropLast() : lines
    beginnings = table.entries.map { ($0.key, $0.position.line - 1) }
  }

  /// The text with the lines of a preset in place of those that it has, or behind all others.
  func replacing(_ name: String, by block: [String]) -> String {
    var lines = lines
    if let index = beginnings.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      let range = range(at: index)
      lines.replaceSubrange(range, with: block)
      // A preset that goes takes the blank lines behind it along.
      while block.isEmpty, range.lowerBound < lines.count, lines[range.lowerBound].isEmpty {
        lines.remove(at: range.lowerBound)
      }
      while lines.last?.isEmpty == true { lines.removeLast() }
    } else {
      if lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
      lines += block
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// From a preset's first line to the last one that is its own: comments and blank lines before the next are the
  /// next one's.
  private func range(at index: Int) -> Range<Int> {
    let start = beginnings[index].line
    guard index + 1 < beginnings.count else { return start..<lines.count }
    var end = beginnings[index + 1].line
    while end > start + 1, Self.isApart(lines[end - 1]) { end -= 1 }
    return start..<max(start, end)
  }

  private static func isApart(_ line: String) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace }) else { return true }
    return first == "#"
  }

  /// The lines that save columns under a name.
  static func block(_ name: String, columns: [String]) -> [String] {
    ["[\(quoted(name))]", "columns = ["] + columns.map { "  \(quoted($0))," } + ["]"]
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
