/// Finds added tokens in a text: leftmost first, of several there the longest.
struct AddedTokenFinder: Sendable {
  /// A part of a text.
  enum Section {
    /// A token, with the white space it swallows.
    case token(Int32)
    /// Text between tokens; never empty.
    case text(Range<Int>)
  }

  private struct Candidate: Sendable {
    let spelling: [Unicode.Scalar]
    let token: AddedToken
  }

  /// Candidates by their first scalar, the longest first.
  private var candidates: [Unicode.Scalar: [Candidate]] = [:]
  /// A bit for each ASCII scalar that begins a candidate.
  private var asciiStarts: (low: UInt64, high: UInt64) = (0, 0)

  /// Collects tokens with the spelling to look for.
  init(_ tokens: [(spelling: [Unicode.Scalar], token: AddedToken)]) {
    for (spelling, token) in tokens {
      guard let first = spelling.first else { continue }
      candidates[first, default: []].append(Candidate(spelling: spelling, token: token))
      if first.value < 64 { asciiStarts.low |= 1 << UInt64(first.value) }
      if (64..<128).contains(first.value) { asciiStarts.high |= 1 << UInt64(first.value - 64) }
    }
    for first in candidates.keys {
      // Stable, so that of two equal spellings the first counts.
      candidates[first] = candidates[first]?.enumerated().sorted {
        ($1.element.spelling.count, $0.offset) < ($0.element.spelling.count, $1.offset)
      }.map(\.element)
    }
  }

  /// The sections of a text, in order, all of it.
  func sections(of text: [Unicode.Scalar]) -> [Section] {
    if candidates.isEmpty { return text.isEmpty ? [] : [.text(0..<text.count)] }
    var sections: [Section] = []
    var done = 0
    var position = 0
    while position < text.count {
      guard let match = candidate(in: text, at: position) else {
        position += 1
        continue
      }
      let found = position..<position + match.spelling.count
      position = found.upperBound
      let token = match.token
      if token.isSingleWord, !Self.standsAlone(found, in: text) { continue }
      let start =
        token.stripsLeft
        ? max(done, Self.startOfSpaces(before: found.lowerBound, in: text)) : found.lowerBound
      if done < start { sections.append(.text(done..<start)) }
      sections.append(.token(token.id))
      done =
        token.stripsRight ? text.span.endOfRun(from: found.upperBound, where: \.isSpace) : found.upperBound
    }
    if done < text.count { sections.append(.text(done..<text.count)) }
    return sections
  }

  @inline(__always)
  private func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<64: asciiStarts.low >> UInt64(scalar.value) & 1 == 1
    case 64..<128: asciiStarts.high >> UInt64(scalar.value - 64) & 1 == 1
    default: true
    }
  }

  private func candidate(in text: [Unicode.Scalar], at position: Int) -> Candidate? {
    guard mayStart(text[position]) else { return nil }
    return candidates[text[position]]?.first { candidate in
      let spelling = candidate.spelling
      return spelling.count <= text.count - position
        && spelling.indices.allSatisfy { text[position + $0] == spelling[$0] }
    }
  }

  private static func standsAlone(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    (range.lowerBound == 0 || !text[range.lowerBound - 1].isWord)
      && (range.upperBound == text.count || !text[range.upperBound].isWord)
  }

  private static func startOfSpaces(before end: Int, in text: [Unicode.Scalar]) -> Int {
    var start = end
    while start > 0, text[start - 1].isSpace { start -= 1 }
    return start
  }
}
