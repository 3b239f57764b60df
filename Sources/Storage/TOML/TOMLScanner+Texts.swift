/// Texts in quotes: `"basic"`, `'literal'`, and either over several lines in three quotes.
extension TOMLScanner {
  /// Whether the cursor stands at a quote.
  var isAtQuote: Bool {
    current == UInt8(ascii: "\"") || current == UInt8(ascii: "'")
  }

  /// Whether the cursor stands at three quotes.
  var isAtThreeQuotes: Bool {
    isAtQuote && peek(1) == current && peek(2) == current
  }

  /// Steps over the text at whose first quote the cursor stands.
  mutating func text() throws(TOMLError) -> String {
    let start = position
    let quote = current ?? UInt8(ascii: "\"")
    let isLong = isAtThreeQuotes
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    let bytes = isLong ? try longText(quote, start: start) : try shortText(quote, start: start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func shortText(_ quote: UInt8, start: TOMLPosition) throws(TOMLError) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\n") {
      if byte == quote {
        advance()
        return text
      }
      try element(byte, quote, into: &text)
    }
    throw error("the text that begins here has no closing quote in its line", at: start)
  }

  private mutating func longText(_ quote: UInt8, start: TOMLPosition) throws(TOMLError) -> [UInt8] {
    var text: [UInt8] = []
    _ = skipLineBreak()
    while let byte = current {
      if byte == quote {
        // Up to two quotes may stand right before the three that close.
        let quotes = quotesInARow(quote)
        for _ in 0..<quotes { advance() }
        text.append(contentsOf: repeatElement(quote, count: quotes >= 3 ? quotes - 3 : quotes))
        if quotes >= 3 { return text }
      } else if skipLineBreak() {
        text.append(UInt8(ascii: "\n"))
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), skipBrokenLine() {
        continue
      } else {
        try element(byte, quote, into: &text)
      }
    }
    throw error("the text that begins here has no closing quotes", at: start)
  }

  private func quotesInARow(_ quote: UInt8) -> Int {
    var count = 0
    while count < 5, peek(count) == quote { count += 1 }
    return count
  }

  /// Steps over a backslash at the end of a line with all white space up to the next character.
  private mutating func skipBrokenLine() -> Bool {
    var ahead = self
    ahead.advance()
    ahead.skipBlanks()
    guard ahead.skipLineBreak() else { return false }
    repeat { ahead.skipBlanks() } while ahead.skipLineBreak()
    self = ahead
    return true
  }

  private mutating func element(
    _ byte: UInt8, _ quote: UInt8, into text: inout [UInt8]
  ) throws(TOMLError) {
    if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
      text.append(contentsOf: String(try escape()).utf8)
    } else {
      try checkPrintable(byte, in: "a text")
      text.append(byte)
      advance()
    }
  }

  private mutating func escape() throws(TOMLError) -> Unicode.Scalar {
    let start = position
    advance()
    defer { advance() }
    switch current {
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{0c}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "u"): return try scalar(digits: 4, start: start)
    case UInt8(ascii: "U"): return try scalar(digits: 8, start: start)
    default:
      throw error(
        "unknown escape: \\ before \(found); a backslash itself is written \\\\, or the text in single quotes",
        at: start)
    }
  }

  /// The scalar whose digits follow; leaves the cursor at the last of them.
  private mutating func scalar(digits: Int, start: TOMLPosition) throws(TOMLError) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      advance()
      guard let byte = current, let digit = TOMLNumber.digit(byte), digit < 16 else {
        throw error("expected \(digits) hexadecimal digits after \\\(digits == 4 ? "u" : "U")", at: start)
      }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error("there is no character U+\(String(value, radix: 16, uppercase: true))", at: start)
    }
    return scalar
  }
}
