/// How TOML spells numbers.
enum TOMLNumber {
  /// What a spelling amounts to.
  enum Reading {
    case value(TOMLValue)
    /// An integer that takes more than 64 bits.
    case tooLarge
    /// Not a number.
    case none
  }

  /// The number that `token` spells.
  static func read(_ token: ArraySlice<UInt8>) -> Reading {
    let isNegative = token.first == UInt8(ascii: "-")
    let isSigned = isNegative || token.first == UInt8(ascii: "+")
    let rest = isSigned ? token.dropFirst() : token
    if rest.elementsEqual("inf".utf8) { return .value(.float(isNegative ? -.infinity : .infinity)) }
    if rest.elementsEqual("nan".utf8) { return .value(.float(.nan)) }
    if rest.first == UInt8(ascii: "0"), let radix = rest.dropFirst().first.flatMap(radix) {
      guard !isSigned, let text = digits(rest.dropFirst(2), radix: radix) else { return .none }
      return Int(text, radix: radix).map { .value(.integer($0)) } ?? .tooLarge
    }
    return decimal(rest, sign: isNegative ? "-" : "")
  }

  /// The value of a digit, up to `z` for 35; `nil` for any other byte.
  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private static func radix(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func decimal(_ token: ArraySlice<UInt8>, sign: String) -> Reading {
    let parts = token.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = parts[0].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = digits(mantissa[0], radix: 10), whole == "0" || !whole.hasPrefix("0") else {
      return .none
    }
    var text = sign + whole
    if mantissa.count == 1, parts.count == 1 {
      return Int(text).map { .value(.integer($0)) } ?? .tooLarge
    }
    if mantissa.count == 2 {
      guard let fraction = digits(mantissa[1], radix: 10) else { return .none }
      text += "." + fraction
    }
    if parts.count == 2 {
      let isSigned = parts[1].first == UInt8(ascii: "-") || parts[1].first == UInt8(ascii: "+")
      guard let exponent = digits(isSigned ? parts[1].dropFirst() : parts[1], radix: 10) else { return .none }
      text += parts[1].first == UInt8(ascii: "-") ? "e-" + exponent : "e" + exponent
    }
    return Double(text).map { .value(.float($0)) } ?? .none
  }

  /// Digits without the single underscores that may stand between them; `nil` for anything else.
  private static func digits(_ token: ArraySlice<UInt8>, radix: Int) -> String? {
    var text: [UInt8] = []
    var isAfterDigit = false
    for byte in token {
      if let digit = digit(byte), digit < radix {
        text.append(byte)
        isAfterDigit = true
      } else {
        guard byte == UInt8(ascii: "_"), isAfterDigit else { return nil }
        isAfterDigit = false
      }
    }
    return isAfterDigit ? String(decoding: text, as: UTF8.self) : nil
  }
}
