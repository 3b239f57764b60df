/// A text cut into pieces, none of them empty.
struct Pieces {
  /// The scalars of all pieces, one piece after another.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each piece ends in `scalars`, ascending.
  private(set) var ends: [Int] = []
  /// Whether the first piece begins where the whole input begins.
  private(set) var startsAtOrigin: Bool

  /// No pieces yet.
  init(startsAtOrigin: Bool) {
    self.startsAtOrigin = startsAtOrigin
  }

  /// The whole of a text as one piece.
  init(_ text: NormalizedText) {
    startsAtOrigin = text.startsAtOrigin
    scalars = text.scalars
    if !scalars.isEmpty { ends = [scalars.count] }
  }

  /// Adds scalars to the piece that is being built.
  mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
  }

  /// Adds scalars to the piece that is being built.
  mutating func append(contentsOf part: some Sequence<Unicode.Scalar>) {
    scalars.append(contentsOf: part)
  }

  /// Ends the piece that is being built; an empty one is forgotten.
  mutating func endPiece() {
    if scalars.count > ends.last ?? 0 { ends.append(scalars.count) }
  }

  /// Calls `body` with the range in `scalars` of every piece in order.
  func forEachRange(_ body: (Range<Int>) -> Void) {
    var start = 0
    for end in ends {
      body(start..<end)
      start = end
    }
  }

  /// Cuts every piece again where `pattern` matches.
  /// - Parameters:
  ///   - pattern: what to look for.
  ///   - behavior: what becomes of the matches.
  ///   - inverted: whether what the pattern does not match counts as the match.
  /// - Returns: the smaller pieces.
  func cut(at pattern: any TextPattern, _ behavior: SplitBehavior, inverted: Bool = false) -> Pieces {
    var result = Pieces(startsAtOrigin: startsAtOrigin)
    result.scalars.reserveCapacity(scalars.count)
    result.ends.reserveCapacity(max(16, scalars.count / 4))
    forEachRange { piece in
      let text = scalars.span.extracting(piece)
      let segments = Segment.cover(text, pattern, inverted: inverted)
      let ranges = behavior.ranges(of: segments)
      if piece.lowerBound == 0, ranges.first?.lowerBound != 0 { result.startsAtOrigin = false }
      for range in ranges {
        result.append(
          contentsOf: scalars[piece.lowerBound + range.lowerBound..<piece.lowerBound + range.upperBound])
        result.endPiece()
      }
    }
    return result
  }
}
