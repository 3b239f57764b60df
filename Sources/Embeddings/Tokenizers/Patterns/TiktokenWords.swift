/// The words of Qwen (numbers of one digit) and of Llama 3 (up to three):
/// `(?i:'s|…)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,n}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`.
struct TiktokenWords: TextPattern {
  /// How many digits a number may have.
  let longestNumber: Int

  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    if let end = Contraction.end(in: text, at: start, foldsCase: true) { return start..<end }
    let first = text[start]
    if first.isLetter { return start..<text.endOfRun(from: start, where: \.isLetter) }
    if first.isNumber { return start..<endOfNumber(in: text, from: start) }
    let hasNext = start + 1 < text.count
    if hasNext, !Self.isLineEnd(first), text[start + 1].isLetter {
      return start..<text.endOfRun(from: start + 1, where: \.isLetter)
    }
    let symbols = first == " " && hasNext ? start + 1 : start
    if text[symbols].isOther {
      let end = text.endOfRun(from: symbols, where: \.isOther)
      return start..<text.endOfRun(from: end, where: Self.isLineEnd)
    }
    return start..<endOfSpaces(in: text, from: start)
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\r" || scalar == "\n"
  }

  private func endOfNumber(in text: Span<Unicode.Scalar>, from start: Int) -> Int {
    var end = start + 1
    while end < text.count, end - start < longestNumber, text[end].isNumber { end += 1 }
    return end
  }

  /// The end of `\s*[\r\n]+|\s+(?!\S)|\s+`: up to the run's last line end if it has one.
  private func endOfSpaces(in text: Span<Unicode.Scalar>, from start: Int) -> Int {
    var end = text.endOfRun(from: start, where: \.isSpace)
    while end > start {
      if Self.isLineEnd(text[end - 1]) { return end }
      end -= 1
    }
    return GPT2Words.endOfSpaces(in: text, from: start)
  }
}
