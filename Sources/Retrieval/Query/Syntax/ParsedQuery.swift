/// A query that was read: its tree, and where in the text each part stands.
package struct ParsedQuery: Hashable, Sendable {
  /// The query as typed.
  package let text: String
  /// What it says.
  package let tree: QueryTree
  /// Doubtful readings, in the order of the text; at most eight.
  package let hints: [QueryHint]
  /// Whether the text ends within a word of an added part, which may still grow.
  package let endsInWord: Bool

  /// For each part of the tree its place, in scalars of the text.
  let places: [Range<Int>]

  /// Whether a part reaches the text's end, so that what it names may not be whole yet.
  package func reachesEnd(part index: Int) -> Bool {
    places[index].upperBound == text.unicodeScalars.count
  }

  /// Where a part stands, in characters of the text.
  /// - Complexity: O(text).
  package func range(ofPart index: Int) -> Range<Int> {
    CharacterRange.of(places[index], in: Array(text.unicodeScalars))
  }
}

/// Places in a text, counted as a person counts: in grapheme clusters.
enum CharacterRange {
  /// The characters that a range of scalars touches.
  static func of(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    let start = characters(in: scalars[..<range.lowerBound])
    return start..<max(start, characters(in: scalars[..<range.upperBound]))
  }

  private static func characters(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).count
  }
}
