/// CLIP's words: `'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`, in some files with marks before.
struct CLIPWords: TextPattern {
  private let marks: [[Unicode.Scalar]]

  init(marks: [String] = []) {
    self.marks = marks.map { Array($0.unicodeScalars) }
  }

  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    let start = text.firstIndex(from: start) { !$0.isSpace }
    guard start < text.count else { return nil }
    if let end = endOfMark(in: text, at: start) { return start..<end }
    if let end = Contraction.end(in: text, at: start, foldsCase: false) { return start..<end }
    let first = text[start]
    if first.isLetter { return start..<text.endOfRun(from: start, where: \.isLetter) }
    if first.isNumber { return start..<start + 1 }
    return start..<text.endOfRun(from: start, where: \.isOther)
  }

  private func endOfMark(in text: Span<Unicode.Scalar>, at start: Int) -> Int? {
    for mark in marks where text.count - start >= mark.count {
      if mark.indices.allSatisfy({ text[start + $0] == mark[$0] }) { return start + mark.count }
    }
    return nil
  }
}
