/// A set of scalars as regular expressions spell it: `x`, `\s`, `\p{L}`, `[…]` and `[^…]`.
struct ScalarClass: Sendable {
  private enum Member: Sendable {
    case range(ClosedRange<UInt32>)
    case named(@Sendable (Unicode.Scalar) -> Bool)
  }

  private static let properties: [String: @Sendable (Unicode.Scalar) -> Bool] = [
    "L": { $0.isLetter },
    "N": { $0.isNumber },
    "P": { $0.properties.generalCategory.isPunctuation && $0.isAssigned(by: 16) },
  ]

  private var members: [Member] = []
  private var isNegated = false

  /// Whether the class has the scalar.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    for member in members {
      switch member {
      case .range(let range): if range.contains(scalar.value) { return !isNegated }
      case .named(let holds): if holds(scalar) { return !isNegated }
      }
    }
    return isNegated
  }

  /// Reads a class from the front of an expression.
  /// - Returns: `nil`, with `rest` somewhere, when there is none that is known.
  init?(readingFrom rest: inout ArraySlice<Unicode.Scalar>) {
    guard rest.first == "[" else {
      guard let first = rest.first, !".^$*+?(){}|".unicodeScalars.contains(first),
        let member = Self.member(readingFrom: &rest)
      else { return nil }
      members = [member]
      return
    }
    rest.removeFirst()
    if rest.first == "^" {
      rest.removeFirst()
      isNegated = true
    }
    while let next = rest.first, next != "]" {
      // Nested classes and intersections.
      if next == "[" || (next == "&" && rest.dropFirst().first == "&") { return nil }
      guard let member = Self.member(readingFrom: &rest) else { return nil }
      members.append(Self.extended(member, from: &rest) ?? member)
    }
    guard rest.popFirst() == "]", !members.isEmpty else { return nil }
  }

  /// The range that `member` begins when a hyphen and another scalar follow.
  private static func extended(_ member: Member, from rest: inout ArraySlice<Unicode.Scalar>) -> Member? {
    guard case .range(let first) = member, rest.first == "-", let after = rest.dropFirst().first, after != "]"
    else { return nil }
    var ahead = rest.dropFirst()
    guard case .range(let last)? = Self.member(readingFrom: &ahead), last.lowerBound >= first.lowerBound
    else { return nil }
    rest = ahead
    return .range(first.lowerBound...last.lowerBound)
  }

  private static func member(readingFrom rest: inout ArraySlice<Unicode.Scalar>) -> Member? {
    guard let scalar = rest.popFirst() else { return nil }
    guard scalar == "\\" else { return .range(scalar.value...scalar.value) }
    guard let escaped = rest.popFirst() else { return nil }
    switch escaped {
    case "s": return .named { $0.isSpace }
    case "S": return .named { !$0.isSpace }
    case "d": return .named { $0.isDigit }
    case "n": return .range(10...10)
    case "r": return .range(13...13)
    case "t": return .range(9...9)
    case "p":
      guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else { return nil }
      let property = properties[String(rest[..<end])]
      rest = rest[(end + 1)...]
      return property.map { .named($0) }
    default:
      let isSymbol = escaped.isASCII && escaped.isPunctuation
      return isSymbol ? .range(escaped.value...escaped.value) : nil
    }
  }
}
