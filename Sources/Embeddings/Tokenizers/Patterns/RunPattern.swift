/// A regular expression of the simplest kind: one scalar or class of scalars, perhaps repeated, such as `\s+`,
/// ` {2,}`, `[0-9]` or `[!-/:-@]`.
struct RunPattern: TextPattern {
  private let atom: ScalarClass
  private let counts: ClosedRange<Int>

  /// Reads an expression.
  /// - Returns: `nil` when it is of another kind.
  init?(_ expression: String) {
    var rest = Array(expression.unicodeScalars)[...]
    guard let atom = ScalarClass(readingFrom: &rest), let counts = Self.counts(readingFrom: &rest),
      rest.isEmpty
    else { return nil }
    self.atom = atom
    self.counts = counts
  }

  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    var position = text.firstIndex(from: start, where: atom.contains)
    while position < text.count {
      let limit = min(text.count, position + min(counts.upperBound, text.count))
      var end = position
      while end < limit, atom.contains(text[end]) { end += 1 }
      if end - position >= counts.lowerBound { return position..<end }
      position = text.firstIndex(from: end, where: atom.contains)
    }
    return nil
  }

  /// Reads what follows the atom: nothing, `+`, `{2}`, `{2,}` or `{2,3}`.
  private static func counts(readingFrom rest: inout ArraySlice<Unicode.Scalar>) -> ClosedRange<Int>? {
    switch rest.popFirst() {
    case nil: return 1...1
    case "+": return 1...Int.max
    case "{":
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let bounds = String(rest[..<end]).split(separator: ",", omittingEmptySubsequences: false)
      rest = rest[(end + 1)...]
      guard let first = bounds.first, let least = Self.count(first), least > 0 else { return nil }
      switch bounds.count {
      case 1: return least...least
      case 2 where bounds[1].isEmpty: return least...Int.max
      case 2: return Self.count(bounds[1]).flatMap { $0 >= least ? least...$0 : nil }
      default: return nil
      }
    default: return nil
    }
  }

  private static func count(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}
