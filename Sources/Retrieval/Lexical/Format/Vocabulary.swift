/// The words of an index and the terms they are indexed under; both sorted by their UTF-8 bytes.
struct Vocabulary: Sendable {
  /// Stemmed terms; the position is the term's number.
  let terms: StringTable
  /// Every word as it occurs, folded but not stemmed.
  let words: StringTable
  /// The term of each word.
  let termOfWord: SharedArray<UInt32>

  /// The number of a term, or `nil` when it occurs nowhere.
  /// - Complexity: O(log terms).
  func number(ofTerm term: [UInt8]) -> UInt32? {
    let position = terms.lowerBound(of: term)
    return position < terms.count && terms.equals(term, at: position) ? UInt32(position) : nil
  }
}
