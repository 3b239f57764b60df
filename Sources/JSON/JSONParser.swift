/// Why bytes are not one JSON value.
package struct JSONError: Error, Hashable {
  /// Where, in bytes from 1.
  package let column: Int
  /// What is wrong there.
  package let reason: String
}

/// A strict parser of one JSON value (RFC 8259) in UTF-8.
///
/// Foundation's parser loses the order of members and the spelling of numbers. A lone surrogate escape becomes
/// U+FFFD; nesting is limited, so that hostile input can't exhaust the stack.
package struct JSONParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value that `bytes` spell, white space around it allowed.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value(depth: 0)
    parser.skipWhiteSpace()
    guard parser.position == bytes.count else { throw parser.error("text after the end of the value") }
    return value
  }

  private func error(_ reason: String) -> JSONError {
    JSONError(column: position + 1, reason: reason)
  }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipWhiteSpace()
    guard depth <= Self.deepest else { throw error("nested more than \(Self.deepest) deep") }
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || Self.isDigit(byte): return .number(try number())
    case .some: throw error("expected a value")
    case nil: throw error("the line ends where a value should be")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { throw error("expected a value") }
    position += length
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipWhiteSpace()
    if skip("}") { return .object([]) }
    while true {
      skipWhiteSpace()
      guard current == UInt8(ascii: "\"") else { throw error("expected a member name in quotes") }
      let name = try string()
      skipWhiteSpace()
      guard skip(":") else { throw error("expected ':' after the name '\(name)'") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipWhiteSpace()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw error("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipWhiteSpace()
    if skip("]") { return .array([]) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipWhiteSpace()
      if skip("]") { return .array(elements) }
      guard skip(",") else { throw error("expected ',' or ']'") }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = current, Self.isDigit(byte) { position += 1 }
    if position == start { throw error("expected a digit") }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    if let plain = plainString() { return plain }
    var text: [UInt8] = []
    var runStart = start
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[runStart..<position])
        guard let result = String(validating: text, as: UTF8.self) else {
          throw error("the string is not valid UTF-8; convert the file to UTF-8")
        }
        position += 1
        return result
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[runStart..<position])
        position += 1
        text.append(contentsOf: String(try escape()).utf8)
        runStart = position
      case 0..<0x20: throw error("an unescaped control character in a string")
      default: position += 1
      }
    }
    throw error("the string that begins at byte \(start) never ends")
  }

  /// The string from here to its quote when all of it is ASCII without an escape, as most are; else `nil`, at the same place.
  private mutating func plainString() -> String? {
    let start = position
    let found: Int? = bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") { return index - start }
        if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\\") { return nil }
        index += 1
      }
      return nil
    }
    guard let length = found else { return nil }
    position = start + length + 1
    return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard let byte = current else { throw error("the line ends inside an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      position -= 1
      throw error("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let high = try fourHexadecimalDigits()
    guard (0xd800...0xdbff).contains(high) else { return Unicode.Scalar(high) ?? "\u{fffd}" }
    let afterHigh = position
    guard skip("\\"), skip("u") else {
      position = afterHigh
      return "\u{fffd}"
    }
    let low = try fourHexadecimalDigits()
    guard (0xdc00...0xdfff).contains(low) else {
      position = afterHigh
      return "\u{fffd}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)) ?? "\u{fffd}"
  }

  private mutating func fourHexadecimalDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw error("expected four hexadecimal digits after \\u")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
