/// Runs of word characters and runs of other visible characters: `\w+|[^\w\s]+`.
struct WhitespaceWords: PreTokenizer {
  static let name = "Whitespace"

  private struct Words: TextPattern {
    func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
      let start = text.firstIndex(from: start) { !$0.isSpace }
      guard start < text.count else { return nil }
      let isWord = text[start].isWord
      return start..<text.endOfRun(from: start) { $0.isWord == isWord && !$0.isSpace }
    }
  }

  init(_ part: ConfigurationPart) {}

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: Words(), .removed, inverted: true)
  }
}
