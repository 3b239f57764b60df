/// A query's words and phrases looked up in an index.
package struct LexicalQuery: Sendable {
  /// One word or phrase of the query.
  struct Term: Sendable {
    /// The word as typed, folded; with a trailing `…` when it may be incomplete; a phrase in quotes.
    let label: String
    /// How often the query has it.
    let count: Int
    /// The terms that stand for it; an item is scored by its best one.
    let alternatives: [Alternative]
    /// The postings of a phrase, which then is the only alternative, number 0; `nil` for words.
    let phrase: PostingLists?

    /// A word, or a phrase with its postings.
    init(label: String, count: Int, alternatives: [Alternative], phrase: PostingLists? = nil) {
      self.label = label
      self.count = count
      self.alternatives = alternatives
      self.phrase = phrase
    }
  }

  /// A term that stands for a word of the query, or a phrase.
  struct Alternative: Sendable {
    /// The term's number in the vocabulary, or in the phrase's postings.
    let term: UInt32
    /// How many items `idf` was derived from.
    let df: Int
    /// The term's weight.
    let idf: Double
  }

  /// What was looked up.
  struct Source: Hashable, Sendable {
    let text: String
    let isTyping: Bool
  }

  /// The words and phrases that the index knows, in order of their first occurrence.
  let terms: [Term]
  /// What is known about every expansion of an incomplete word being among its alternatives.
  let exactness: Exactness

  /// The most words that one query looks up; what follows is ignored.
  static let wordLimit = 256
  /// The most postings that the expansions of an incomplete word may have together.
  ///
  /// One or two letters begin words of most items of a large catalogue; scoring all of those would take longer than
  /// typing the next letter, and say little.
  static let expansionLimit = 65_536
}
