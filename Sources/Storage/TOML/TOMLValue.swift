/// One value of a TOML document.
package enum TOMLValue: Sendable {
  /// A text, whichever of the four kinds of quotes it stood in.
  case string(String)
  /// A whole number, in whichever base it was written.
  case integer(Int)
  /// A number with a fraction or an exponent, `inf` or `nan`.
  case float(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A date, a time of day, or both, exactly as written; the calendar has such a day and the day such a time.
  case moment(String)
  /// Values of any kinds, or the tables of `[[name]]`.
  case array([TOMLValue])
  /// A table, written in whichever way.
  case table(TOMLTable)
}

extension TOMLValue {
  /// The text of a string; `nil` for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer or a float; `nil` for anything else.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// The elements of an array; `nil` for anything else.
  package var array: [TOMLValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The table; `nil` for anything else.
  package var table: TOMLTable? {
    if case .table(let table) = self { table } else { nil }
  }
}
