/// One word of a text, folded but not yet stemmed.
struct Token: Hashable, Sendable {
  /// The word as a shopper would recognise it, in folded spelling.
  let surface: String
  /// Whether the word is an identifier or a part of one, which must not be stemmed.
  let isVerbatim: Bool
  /// Whether the text ends with this word, so that it may still be being typed.
  let reachesEnd: Bool
}
