/// What a filter asks of one value of a field.
package enum FilterCondition: Hashable, Sendable {
  /// The whole text, equal under `FilterCondition.key(of:)`.
  case text(String)
  /// A text that begins with this one under `FilterCondition.key(of:)`: `vel*`.
  case prefix(String)
  /// The flag.
  case flag(Bool)
  /// Exactly the number.
  case number(Double)
  /// A number smaller than this one: `<50`.
  case below(Double)
  /// This number or a smaller one: `<=50`.
  case atMost(Double)
  /// A number larger than this one: `>50`.
  case above(Double)
  /// This number or a larger one: `>=50`.
  case atLeast(Double)
  /// A number from the first to the second, both included: `10..50`.
  case between(Double, Double)

  /// The kind of field whose values can be asked this.
  package var kind: FilterField.Kind {
    switch self {
    case .text, .prefix: .text
    case .flag: .flag
    case .number, .below, .atMost, .above, .atLeast, .between: .number
    }
  }

  /// The form in which two texts are compared: case and accents folded, white space at the ends dropped and inside
  /// made single blanks.
  package static func key(of text: String) -> String {
    String(decoding: Folding.folded(text), as: UTF8.self).unicodeScalars.split(
      whereSeparator: \.properties.isWhitespace
    ).map(String.init).joined(separator: " ")
  }

  /// Whether a text fulfils the condition; only a text condition is ever fulfilled by one.
  package func holds(for text: String) -> Bool {
    switch self {
    case .text(let wanted): Self.key(of: wanted) == Self.key(of: text)
    case .prefix(let start): Self.key(of: text).utf8.starts(with: Self.key(of: start).utf8)
    default: false
    }
  }

  /// Whether a flag fulfils the condition; only a flag condition is ever fulfilled by one.
  package func holds(for flag: Bool) -> Bool { self == .flag(flag) }

  /// Whether a number fulfils the condition; only conditions about numbers are ever fulfilled by one.
  package func holds(for number: Double) -> Bool {
    switch self {
    case .text, .prefix, .flag: false
    case .number(let wanted): number == wanted
    case .below(let bound): number < bound
    case .atMost(let bound): number <= bound
    case .above(let bound): number > bound
    case .atLeast(let bound): number >= bound
    case .between(let lower, let upper): lower <= number && number <= upper
    }
  }
}

extension FilterCondition: CustomStringConvertible {
  /// The condition as the query language writes it after the field's name and colon.
  package var description: String {
    switch self {
    case .text(let text):
      text.utf8.last == UInt8(ascii: "*") ? QuerySpelling.quoted(text) : QuerySpelling.value(text)
    case .prefix(let start): QuerySpelling.value(start) + "*"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): QuerySpelling.number(number)
    case .below(let bound): "<" + QuerySpelling.number(bound)
    case .atMost(let bound): "<=" + QuerySpelling.number(bound)
    case .above(let bound): ">" + QuerySpelling.number(bound)
    case .atLeast(let bound): ">=" + QuerySpelling.number(bound)
    case .between(let lower, let upper): QuerySpelling.number(lower) + ".." + QuerySpelling.number(upper)
    }
  }
}
