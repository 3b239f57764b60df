/// A stretch of a text that a pattern matches, or one between matches.
struct Segment {
  /// Where in the text; never empty.
  var range: Range<Int>
  /// Whether it counts as a match.
  let isMatch: Bool

  /// Cuts a whole text into matches and what lies between.
  static func cover(_ text: Span<Unicode.Scalar>, _ pattern: any TextPattern, inverted: Bool) -> [Segment] {
    var segments: [Segment] = []
    var start = 0
    while let match = pattern.match(in: text, from: start) {
      if start < match.lowerBound {
        segments.append(Segment(range: start..<match.lowerBound, isMatch: inverted))
      }
      segments.append(Segment(range: match, isMatch: !inverted))
      start = match.upperBound
    }
    if start < text.count { segments.append(Segment(range: start..<text.count, isMatch: inverted)) }
    return segments
  }
}

/// What becomes of the matches of a pattern when a text is cut at them.
enum SplitBehavior: String, CaseIterable {
  case removed = "Removed"
  case isolated = "Isolated"
  case mergedWithPrevious = "MergedWithPrevious"
  case mergedWithNext = "MergedWithNext"
  case contiguous = "Contiguous"

  /// Reads a behaviour's name.
  init(_ part: ConfigurationPart) throws(EncoderError) {
    guard let behavior = Self(rawValue: try part.string()) else {
      throw part.unsupported("behavior", known: Self.allCases.map(\.rawValue))
    }
    self = behavior
  }

  /// The ranges that are kept, in order.
  func ranges(of segments: [Segment]) -> [Range<Int>] {
    switch self {
    case .removed: segments.lazy.filter { !$0.isMatch }.map(\.range)
    case .isolated: segments.map(\.range)
    case .mergedWithPrevious: Self.merged(segments)
    case .mergedWithNext: Self.merged(segments.reversed()).reversed()
    case .contiguous: Self.contiguous(segments)
    }
  }

  /// Joins each match to the segment before it unless that is a match too.
  private static func merged(_ segments: [Segment]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var followsMatch = false
    for segment in segments {
      if segment.isMatch, !followsMatch, let last = ranges.popLast() {
        ranges.append(
          min(last.lowerBound, segment.range.lowerBound)..<max(last.upperBound, segment.range.upperBound))
      } else {
        ranges.append(segment.range)
      }
      followsMatch = segment.isMatch
    }
    return ranges
  }

  /// Joins neighbours that are both matches, or both not.
  private static func contiguous(_ segments: [Segment]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var followsMatch = false
    for segment in segments {
      if segment.isMatch == followsMatch, let last = ranges.popLast() {
        ranges.append(last.lowerBound..<segment.range.upperBound)
      } else {
        ranges.append(segment.range)
      }
      followsMatch = segment.isMatch
    }
    return ranges
  }
}
