/// The words of an index and the terms they are indexed under; both sorted by their UTF-8 bytes.
struct Vocabulary: Hashable, Sendable {
  /// Stemmed terms; the position is the term's number.
  let terms: [String]
  /// Every word as it occurs, folded but not stemmed.
  let words: [String]
  /// The term of each word.
  let termOfWord: [UInt32]

  /// The number of a term, or `nil` when it occurs nowhere.
  /// - Complexity: O(log terms).
  func number(ofTerm term: String) -> UInt32? {
    let position = Self.lowerBound(of: term, in: terms)
    guard position < terms.count, terms[position] == term else { return nil }
    return UInt32(position)
  }

  /// The positions of the words that begin with `prefix`.
  /// - Complexity: O(log words + matches).
  func words(beginningWith prefix: String) -> Range<Int> {
    let start = Self.lowerBound(of: prefix, in: words)
    let end = words[start...].firstIndex { !$0.utf8.starts(with: prefix.utf8) } ?? words.count
    return start..<end
  }

  private static func lowerBound(of string: String, in sorted: [String]) -> Int {
    var range = sorted.startIndex..<sorted.endIndex
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let isBefore = sorted[middle].utf8.lexicographicallyPrecedes(string.utf8)
      range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
