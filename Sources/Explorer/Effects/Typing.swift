/// How finished a query is.
package enum Typing: Hashable, Sendable {
  /// It stands as it is: the answer is that of `assay search`.
  case finished
  /// The cursor stands behind it and a blank, so that more may follow: what needs an end has none yet.
  case betweenWords
  /// The cursor stands behind its last word, which may not be whole and also stands for the words it begins.
  case inWord
}
