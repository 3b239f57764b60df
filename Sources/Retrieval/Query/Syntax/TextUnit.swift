/// A piece of a query's text.
package enum TextUnit: Hashable, Sendable, CustomStringConvertible {
  /// Characters between blanks, punctuation included, as typed.
  case word(String)
  /// Words in quotes, which lexical search matches in their order.
  case phrase(String)

  /// The text without quotes.
  package var text: String {
    switch self {
    case .word(let text), .phrase(let text): text
    }
  }

  package var description: String {
    switch self {
    case .word(let text): text
    case .phrase(let text): QuerySpelling.quoted(text)
    }
  }
}
