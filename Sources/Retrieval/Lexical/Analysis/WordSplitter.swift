/// Cuts folded text into words: runs of letters, runs of digits, and identifiers whole.
///
/// - `red mugs, 2-pack` → `red` `mugs` `2` `pack` `2-pack`
/// - `M8x20` → `m` `8` `x` `20` `m8x20`
/// - `FJ-6BCFF` → `fj` `6` `bcff` `6bcff` `fj-6bcff`
/// - `women's` → `women`
///
/// An identifier is a chain of letter and digit runs, joined by nothing or by one of `- _ . / #`, that has a digit
/// and more than one run. Its runs, its unjoined pieces and the whole are all words, so that `m8 x 20` and `6bcff`
/// find it too. A word of more than 255 bytes is cut there.
struct WordSplitter {
  private struct Run {
    let range: Range<Int>
    let kind: CharacterKind
    /// Whether the run touches the one before it.
    let isAttached: Bool
  }

  /// The most bytes of a word that count.
  static let longestWord = 255

  private let kinds = CharacterKind.table
  private var runs: [Run] = []

  /// The words of a text in the order of their ends, an identifier after its pieces.
  static func tokens(of text: String) -> [Token] {
    var splitter = WordSplitter()
    var tokens: [Token] = []
    Folding.folded(text).withUnsafeBufferPointer { bytes in
      splitter.forEachWord(in: bytes) { word in
        tokens.append(
          Token(
            surface: String(decoding: bytes[word.bytes], as: UTF8.self), isVerbatim: word.isVerbatim,
            reachesEnd: word.reachesEnd, position: word.position))
      }
    }
    return tokens
  }

  /// Calls `body` for the words of folded, valid UTF-8 in the order of their ends, an identifier after its pieces.
  /// - Complexity: O(bytes).
  mutating func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (WordRange) -> Void) {
    var offset = 0
    var position: UInt32 = 0
    while offset < text.count {
      let (kind, length) = kind(at: offset, in: text)
      if kind.isWord {
        let end = findChain(from: offset, in: text)
        emit(in: text, endsText: end == text.count, position: position, body)
        position &+= UInt32(truncatingIfNeeded: runs.count)
        offset = end
      } else {
        offset += length
      }
    }
  }

  /// Collects the runs that hang together from `start`, and returns where the next chain may begin.
  private mutating func findChain(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    runs.removeAll(keepingCapacity: true)
    var offset = start
    var isAttached = false
    while true {
      let (kind, end) = run(from: offset, in: text)
      runs.append(Run(range: offset..<end, kind: kind, isAttached: isAttached))
      let next = self.kind(at: end, in: text)
      if next.kind.isWord {
        (offset, isAttached) = (end, true)
      } else if next.kind == .joiner, self.kind(at: end + 1, in: text).kind.isWord {
        (offset, isAttached) = (end + 1, false)
      } else {
        return endOfPossessive(from: end, in: text)
      }
    }
  }

  private func emit(
    in text: UnsafeBufferPointer<UInt8>, endsText: Bool, position: UInt32, _ body: (WordRange) -> Void
  ) {
    let isIdentifier = runs.count > 1 && runs.contains { $0.kind == .digit }
    var piece = 0
    for (index, run) in runs.enumerated() {
      if !run.isAttached { piece = index }
      let isLast = index == runs.count - 1
      let isAtEnd = isLast && endsText
      let here = position &+ UInt32(truncatingIfNeeded: index)
      body(word(run.range, verbatim: false, atEnd: isAtEnd, position: here, in: text))
      let endsPiece = isLast || !runs[index + 1].isAttached
      if isIdentifier, endsPiece, piece < index, !(isLast && piece == 0) {
        let range = runs[piece].range.lowerBound..<run.range.upperBound
        body(word(range, verbatim: true, atEnd: isAtEnd, position: here, in: text))
      }
    }
    guard isIdentifier, let last = runs.last else { return }
    let whole = runs[0].range.lowerBound..<last.range.upperBound
    let here = position &+ UInt32(truncatingIfNeeded: runs.count - 1)
    body(word(whole, verbatim: true, atEnd: endsText, position: here, in: text))
  }

  /// The word in a range, cut where it gets too long.
  private func word(
    _ range: Range<Int>, verbatim: Bool, atEnd: Bool, position: UInt32, in text: UnsafeBufferPointer<UInt8>
  ) -> WordRange {
    var end = range.upperBound
    if range.count > Self.longestWord {
      end = range.lowerBound + Self.longestWord
      while text[end] & 0xc0 == 0x80 { end -= 1 }
    }
    return WordRange(
      bytes: range.lowerBound..<end, isVerbatim: verbatim || end < range.upperBound, reachesEnd: atEnd,
      position: position)
  }

  /// The kind of the run that begins at `start`, and its end.
  private func run(
    from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (kind: CharacterKind, end: Int) {
    let (kind, length) = kind(at: start, in: text)
    var end = start + length
    while true {
      let next = self.kind(at: end, in: text)
      if next.kind != kind || next.length == 0 { return (kind, end) }
      end += next.length
    }
  }

  /// Skips `'s` when it ends a word.
  private func endOfPossessive(from end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let (kind, length) = kind(at: end, in: text)
    let letter = end + length
    guard kind == .apostrophe, letter < text.count, text[letter] == UInt8(ascii: "s"),
      !self.kind(at: letter + 1, in: text).kind.isWord
    else { return end }
    return letter + 1
  }

  /// The kind and length in bytes of the scalar at an offset; nothing, of length 0, beyond the end.
  @inline(__always)
  private func kind(
    at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (kind: CharacterKind, length: Int) {
    guard offset < text.count else { return (.other, 0) }
    let first = text[offset]
    if first < 0x80 { return (kinds[Int(first)], 1) }
    return longKind(at: offset, in: text)
  }

  private func longKind(
    at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (kind: CharacterKind, length: Int) {
    let first = UInt32(text[offset])
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard first >= 0xc0, offset + length <= text.count else { return (.other, 1) }
    var value = first & (0x7f >> UInt32(length))
    for next in offset + 1..<offset + length { value = value << 6 | UInt32(text[next]) & 0x3f }
    if value < kinds.count { return (kinds[Int(value)], length) }
    return (Unicode.Scalar(value).map(CharacterKind.init) ?? .other, length)
  }
}
