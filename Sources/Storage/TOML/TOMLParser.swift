/// Reads the statements of a TOML 1.0 document one after the other into a tree.
struct TOMLParser {
  private var scanner: TOMLScanner
  private var tree = TOMLTree()

  /// The table that `text` spells.
  static func parse(_ text: String) throws(TOMLError) -> TOMLTable {
    var parser = TOMLParser(scanner: TOMLScanner(text))
    try parser.readDocument()
    return parser.tree.frozen()
  }

  private init(scanner: TOMLScanner) {
    self.scanner = scanner
  }

  private mutating func readDocument() throws(TOMLError) {
    var table = TOMLTree.root
    try scanner.skipToContent()
    while scanner.current != nil {
      if scanner.skip("[") {
        table = try readHeader()
      } else {
        try readPair(of: table)
      }
      try scanner.endLine()
      try scanner.skipToContent()
    }
  }

  private mutating func readHeader() throws(TOMLError) -> Int {
    let isSeries = scanner.skip("[")
    let path = try readKey(expected: "the name of a table after '['")
    guard scanner.skip("]"), !isSeries || scanner.skip("]") else {
      throw scanner.error(
        "expected '\(isSeries ? "]]" : "]")' after the name of a table, found \(scanner.found)")
    }
    return isSeries ? try tree.openNext(path) : try tree.open(path)
  }

  private mutating func readPair(of table: Int) throws(TOMLError) {
    let path = try readKey(expected: "a key")
    guard scanner.skip("=") else { throw scanner.error("expected '=' after the key, found \(scanner.found)") }
    scanner.skipBlanks()
    try tree.set(path, of: table, to: try readValue(depth: tree.depth(of: table) + path.count))
  }

  private mutating func readKey(expected: String) throws(TOMLError) -> [TOMLTree.Part] {
    var path: [TOMLTree.Part] = []
    repeat {
      scanner.skipBlanks()
      let start = scanner.position
      path.append(
        TOMLTree.Part(
          key: try readPart(expected: path.isEmpty ? expected : "a key after '.'"), position: start))
      scanner.skipBlanks()
    } while scanner.skip(".")
    return path
  }

  private mutating func readPart(expected: String) throws(TOMLError) -> String {
    if scanner.isAtQuote {
      // Two quotes are an empty key; three would open a text over several lines.
      guard !scanner.isAtThreeQuotes else { throw scanner.error("a key can't stand in three quotes") }
      return try scanner.text()
    }
    let part = scanner.run {
      TOMLNumber.digit($0) != nil || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard !part.isEmpty else { throw scanner.error("expected \(expected), found \(scanner.found)") }
    return String(decoding: part, as: UTF8.self)
  }

  private mutating func readValue(depth: Int) throws(TOMLError) -> TOMLTree.Node {
    guard depth <= TOMLTree.deepest else {
      throw scanner.error("nested more than \(TOMLTree.deepest) deep")
    }
    if scanner.isAtQuote { return .value(.string(try scanner.text())) }
    if scanner.skip("[") { return .list(try readElements(depth: depth)) }
    if scanner.skip("{") { return .table(try readInlineTable(depth: depth)) }
    return .value(try scanner.plainValue())
  }

  /// The elements of an array, over as many lines as it takes; a comma may follow the last.
  private mutating func readElements(depth: Int) throws(TOMLError) -> [TOMLTree.Node] {
    var elements: [TOMLTree.Node] = []
    while true {
      try scanner.skipToContent()
      if scanner.skip("]") { return elements }
      elements.append(try readValue(depth: depth + 1))
      try scanner.skipToContent()
      if scanner.skip("]") { return elements }
      guard scanner.skip(",") else { throw scanner.error("expected ',' or ']', found \(scanner.found)") }
    }
  }

  /// The pairs of a table in braces, which stand in one line without a comma after the last.
  private mutating func readInlineTable(depth: Int) throws(TOMLError) -> Int {
    let table = tree.inlineTable(depth: depth)
    scanner.skipBlanks()
    if scanner.skip("}") { return table }
    while true {
      try readPair(of: table)
      scanner.skipBlanks()
      if scanner.skip("}") { return table }
      guard scanner.skip(",") else {
        throw scanner.error("expected ',' or '}', found \(scanner.found)")
      }
    }
  }
}
