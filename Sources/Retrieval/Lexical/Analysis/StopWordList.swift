/// Words too common to search for, as a text file lists them.
package struct StopWordList: Hashable, Sendable {
  /// The words, folded like any text.
  package let words: Set<String>

  /// No stop words.
  package static let empty = StopWordList(parsing: "")

  /// Reads a list: one word a line; blank lines and lines that begin with `#` are skipped.
  package init(parsing text: String) {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    words = Set(lines.flatMap { WordSplitter.tokens(of: String($0)).map(\.surface) })
  }

  init(words: Set<String>) {
    self.words = words
  }
}
