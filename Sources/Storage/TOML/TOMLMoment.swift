/// How TOML spells dates and times: RFC 3339, without offset, date or time of day if need be.
enum TOMLMoment {
  /// Whether `token` begins as only a date or a time does.
  static func begins(_ token: ArraySlice<UInt8>) -> Bool {
    let digits = token.prefix { TOMLNumber.digit($0).map { $0 < 10 } ?? false }.count
    let next = token.dropFirst(digits).first
    return digits == 4 && next == UInt8(ascii: "-") || digits == 2 && next == UInt8(ascii: ":")
  }

  /// Whether `token` is a date without a time of day, which may follow after a space.
  static func isDate(_ token: ArraySlice<UInt8>) -> Bool {
    var rest = token
    return date(&rest) && rest.isEmpty
  }

  /// Whether `token` is a date, a time of day, or a date with a time of day and perhaps an offset.
  static func isValid(_ token: ArraySlice<UInt8>) -> Bool {
    var rest = token
    if rest.dropFirst(2).first == UInt8(ascii: ":") { return timeOfDay(&rest) && rest.isEmpty }
    guard date(&rest) else { return false }
    if rest.isEmpty { return true }
    guard let separator = rest.popFirst(), "Tt ".utf8.contains(separator), timeOfDay(&rest) else {
      return false
    }
    return offset(rest)
  }

  private static func date(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let year = number(4, &rest), skip("-", &rest), let month = number(2, &rest), skip("-", &rest),
      let day = number(2, &rest), (1...12).contains(month)
    else { return false }
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private static func timeOfDay(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let hour = number(2, &rest), skip(":", &rest), let minute = number(2, &rest), skip(":", &rest),
      let second = number(2, &rest), hour < 24, minute < 60, second <= 60
    else { return false }
    guard skip(".", &rest) else { return true }
    let fraction = rest.prefix { TOMLNumber.digit($0).map { $0 < 10 } ?? false }
    rest = rest.dropFirst(fraction.count)
    return !fraction.isEmpty
  }

  private static func offset(_ rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    if rest.isEmpty || rest.elementsEqual("Z".utf8) || rest.elementsEqual("z".utf8) { return true }
    guard skip("+", &rest) || skip("-", &rest), let hour = number(2, &rest), skip(":", &rest),
      let minute = number(2, &rest)
    else { return false }
    return hour < 24 && minute < 60 && rest.isEmpty
  }

  private static func number(_ digits: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = rest.popFirst().flatMap(TOMLNumber.digit), digit < 10 else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func skip(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}
