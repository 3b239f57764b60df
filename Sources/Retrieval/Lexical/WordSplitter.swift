/// Cuts folded text into words: runs of letters, runs of digits, and identifiers whole.
///
/// - `red mugs, 2-pack` → `red` `mugs` `2` `pack` `2-pack`
/// - `M8x20` → `m` `8` `x` `20` `m8x20`
/// - `FJ-6BCFF` → `fj` `6` `bcff` `6bcff` `fj-6bcff`
/// - `women's` → `women`
///
/// An identifier is a chain of letter and digit runs, joined by nothing or by one of `- _ . / #`, that has a digit
/// and more than one run. Its runs, its unjoined pieces and the whole are all words, so that `m8 x 20` and `6bcff`
/// find it too.
struct WordSplitter {
  private enum Kind {
    case letter, digit, joiner, apostrophe, other
  }

  private struct Run {
    let range: Range<Int>
    let kind: Kind
    /// Whether the run touches the one before it.
    let isAttached: Bool
  }

  private let scalars: [Unicode.Scalar]
  private let kinds: [Kind]

  /// Prepares folded text.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    kinds = scalars.map(Self.kind)
  }

  /// The words in the order of their ends, an identifier after its pieces.
  func tokens() -> [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < scalars.count {
      if kinds[position] == .letter || kinds[position] == .digit {
        let chain = chain(from: position)
        append(chain.runs, end: chain.end, to: &tokens)
        position = chain.end
      } else {
        position += 1
      }
    }
    return tokens
  }

  /// The runs that hang together from `start`, and where the next chain may begin.
  private func chain(from start: Int) -> (runs: [Run], end: Int) {
    var runs: [Run] = []
    var position = start
    var isAttached = false
    while true {
      let end = endOfRun(from: position)
      runs.append(Run(range: position..<end, kind: kinds[position], isAttached: isAttached))
      if isWord(at: end) {
        (position, isAttached) = (end, true)
      } else if end < kinds.count, kinds[end] == .joiner, isWord(at: end + 1) {
        (position, isAttached) = (end + 1, false)
      } else {
        return (runs, endOfPossessive(from: end))
      }
    }
  }

  private func append(_ runs: [Run], end: Int, to tokens: inout [Token]) {
    let isIdentifier = runs.count > 1 && runs.contains { $0.kind == .digit }
    for (index, run) in runs.enumerated() {
      let isLast = index == runs.count - 1
      append(run.range, verbatim: false, atEnd: isLast && end == scalars.count, to: &tokens)
      guard isIdentifier, isLast || !runs[index + 1].isAttached else { continue }
      let first = runs[...index].lastIndex { !$0.isAttached } ?? 0
      let piece = runs[first].range.lowerBound..<run.range.upperBound
      if first < index, !(isLast && first == 0) {
        append(piece, verbatim: true, atEnd: isLast && end == scalars.count, to: &tokens)
      }
    }
    guard isIdentifier, let last = runs.last else { return }
    let whole = runs[0].range.lowerBound..<last.range.upperBound
    append(whole, verbatim: true, atEnd: end == scalars.count, to: &tokens)
  }

  private func append(_ range: Range<Int>, verbatim: Bool, atEnd: Bool, to tokens: inout [Token]) {
    tokens.append(Token(surface: spelling(of: range), isVerbatim: verbatim, reachesEnd: atEnd))
  }

  private func spelling(of range: Range<Int>) -> String {
    if scalars[range].allSatisfy(\.isASCII) {
      return String(unsafeUninitializedCapacity: range.count) { bytes in
        bytes.initialize(fromContentsOf: scalars[range].lazy.map { UInt8(truncatingIfNeeded: $0.value) })
      }
    }
    var spelling = String.UnicodeScalarView()
    spelling.append(contentsOf: scalars[range])
    return String(spelling)
  }

  private func isWord(at position: Int) -> Bool {
    position < kinds.count && (kinds[position] == .letter || kinds[position] == .digit)
  }

  private func endOfRun(from start: Int) -> Int {
    kinds[start...].firstIndex { $0 != kinds[start] } ?? kinds.count
  }

  /// Skips `'s` when it ends a word.
  private func endOfPossessive(from end: Int) -> Int {
    guard end + 1 < kinds.count, kinds[end] == .apostrophe, scalars[end + 1] == "s", !isWord(at: end + 2)
    else { return end }
    return end + 2
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z": return .letter
    case "0"..."9": return .digit
    case "-", "_", ".", "/", "#": return .joiner
    case "'", "\u{2019}": return .apostrophe
    default: break
    }
    if scalar.isASCII { return .other }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      return .letter
    case .decimalNumber: return .digit
    default: return .other
    }
  }
}
