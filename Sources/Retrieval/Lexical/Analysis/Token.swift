/// One word of a text, folded but not yet stemmed, with its spelling.
struct Token: Hashable, Sendable {
  /// The word as a shopper would recognise it, in folded spelling.
  let surface: String
  /// Whether the word is an identifier or a part of one, which must not be stemmed.
  let isVerbatim: Bool
  /// Whether the text ends with this word, so that it may still be being typed.
  let reachesEnd: Bool
  /// Which run of letters or digits of the text the word ends with, from 0.
  let position: UInt32
}

/// Where a word lies in folded text.
struct WordRange: Sendable {
  /// Its bytes.
  let bytes: Range<Int>
  /// Whether the word is an identifier or a part of one, or cut, and so must not be stemmed.
  let isVerbatim: Bool
  /// Whether the text ends with this word.
  let reachesEnd: Bool
  /// Which run of letters or digits of the text the word ends with, from 0; pieces joined into an identifier share
  /// the position of their last run.
  let position: UInt32
}
