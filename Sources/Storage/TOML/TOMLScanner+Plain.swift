/// Values without quotes: numbers, `true` and `false`, dates and times.
extension TOMLScanner {
  /// Steps over the value without quotes at the cursor.
  mutating func plainValue() throws(TOMLError) -> TOMLValue {
    let start = position
    var token = run(while: Self.isPlain)
    guard !token.isEmpty else { throw error("expected a value, found \(found)") }
    if TOMLMoment.begins(token) {
      // A space may stand between a date and a time of day.
      if TOMLMoment.isDate(token), current == UInt8(ascii: " "),
        peek(1).map({ (0x30...0x39).contains($0) }) ?? false
      {
        advance()
        token += [UInt8(ascii: " ")] + run(while: Self.isPlain)
      }
      guard TOMLMoment.isValid(token) else {
        throw error("\(Self.quoted(token)) is not a date or a time", at: start)
      }
      return .moment(String(decoding: token, as: UTF8.self))
    }
    if token.elementsEqual("true".utf8) { return .boolean(true) }
    if token.elementsEqual("false".utf8) { return .boolean(false) }
    switch TOMLNumber.read(token) {
    case .value(let value): return value
    case .tooLarge: throw error("the number \(Self.quoted(token)) takes more than 64 bits", at: start)
    case .none:
      throw error(
        "expected a value, found \(Self.quoted(token)), which is neither a number, true, false nor a date; "
          + "a text stands in quotes", at: start)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    TOMLNumber.digit(byte) != nil || "+-._:".utf8.contains(byte)
  }

  private static func quoted(_ token: ArraySlice<UInt8>) -> String {
    let start = String(decoding: token.prefix(40), as: UTF8.self)
    return token.count > 40 ? "'\(start)…'" : "'\(start)'"
  }
}
