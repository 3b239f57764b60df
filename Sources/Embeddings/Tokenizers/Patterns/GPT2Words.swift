/// GPT-2's words, each with the space before it:
/// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`.
struct GPT2Words: TextPattern {
  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    if let end = Contraction.end(in: text, at: start, foldsCase: false) { return start..<end }
    let word = text[start] == " " && start + 1 < text.count ? start + 1 : start
    let first = text[word]
    if first.isLetter { return start..<text.endOfRun(from: word, where: \.isLetter) }
    if first.isNumber { return start..<text.endOfRun(from: word, where: \.isNumber) }
    if !first.isSpace { return start..<text.endOfRun(from: word, where: \.isOther) }
    return start..<Self.endOfSpaces(in: text, from: start)
  }

  /// The end of `\s+(?!\S)|\s+`: a run of spaces leaves its last one to the word that follows.
  static func endOfSpaces(in text: Span<Unicode.Scalar>, from start: Int) -> Int {
    let end = text.endOfRun(from: start, where: \.isSpace)
    return end < text.count && end - start > 1 ? end - 1 : end
  }
}
