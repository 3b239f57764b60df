/// A cursor over the bytes of a TOML text that knows its line and column.
struct TOMLScanner {
  private let bytes: [UInt8]
  private var offset = 0
  /// Where the cursor stands.
  private(set) var position = TOMLPosition()

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
  }

  /// The byte at the cursor; `nil` at the end of the text.
  var current: UInt8? { peek(0) }

  /// The byte `distance` after the cursor.
  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  /// Steps over one byte; only the first byte of a scalar counts as a column.
  mutating func advance() {
    guard let byte = current else { return }
    offset += 1
    if byte == UInt8(ascii: "\n") {
      position.line += 1
      position.column = 1
    } else if current.map({ $0 & 0xc0 != 0x80 }) ?? true {
      position.column += 1
    }
  }

  /// Steps over `character` when the cursor stands at it.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    advance()
    return true
  }

  mutating func skipBlanks() {
    while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
  }

  /// Steps over `\n` or `\r\n`; a lone `\r` is no line break in TOML.
  mutating func skipLineBreak() -> Bool {
    if current == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { advance() }
    return skip("\n")
  }

  /// Steps over blanks, comments and line breaks.
  mutating func skipToContent() throws(TOMLError) {
    repeat {
      skipBlanks()
      try skipComment()
    } while skipLineBreak()
  }

  /// Steps over the rest of a line, which may hold a comment and nothing else.
  mutating func endLine() throws(TOMLError) {
    skipBlanks()
    try skipComment()
    guard current == nil || skipLineBreak() else {
      throw error("expected the end of the line, found \(found)")
    }
  }

  private mutating func skipComment() throws(TOMLError) {
    guard skip("#") else { return }
    while let byte = current, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { return }
      try checkPrintable(byte, in: "a comment")
      advance()
    }
  }

  /// Steps over the longest run of bytes that `belongs` accepts.
  mutating func run(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    while let byte = current, belongs(byte) { advance() }
    return bytes[start..<offset]
  }

  /// Refuses control characters other than tabs, which TOML allows nowhere.
  func checkPrintable(_ byte: UInt8, in place: String) throws(TOMLError) {
    guard byte >= 0x20 && byte != 0x7f || byte == UInt8(ascii: "\t") else {
      throw error("\(place) can't hold \(found)")
    }
  }

  /// An error at the cursor, or at the place where something began.
  func error(_ reason: String, at start: TOMLPosition? = nil) -> TOMLError {
    TOMLError(position: start ?? position, reason: reason)
  }

  /// What stands at the cursor, in words.
  var found: String {
    guard let byte = current else { return "the end of the file" }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") {
      return "the end of the line"
    }
    let scalar =
      String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "\u{fffd}"
    guard scalar.properties.generalCategory != .control, scalar.properties.generalCategory != .format else {
      return "the control character U+" + Self.fourDigits(scalar.value)
    }
    return "'\(scalar)'"
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
