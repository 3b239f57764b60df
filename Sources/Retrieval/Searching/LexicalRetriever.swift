/// The lexical lane of a plan for the words of one query.
struct LexicalRetriever: LaneRetriever {
  let lane = Lane.lexical
  private let index: LexicalIndex
  private let words: LexicalQuery
  private let settings: LexicalLane
  private let eligible: ItemSet?

  /// Makes the retriever of `words` among the items of `eligible`.
  init(index: LexicalIndex, words: LexicalQuery, settings: LexicalLane, eligible: ItemSet?) {
    self.index = index
    self.words = words
    self.settings = settings
    self.eligible = eligible
  }

  func top(_ depth: Int) -> LaneList { index.top(depth, of: words, lane: settings, within: eligible) }

  func score(of ordinal: UInt32) -> Double? { index.score(of: ordinal, query: words, lane: settings) }

  func rank(of ordinal: UInt32) -> Int? {
    index.rank(of: ordinal, query: words, lane: settings, within: eligible)
  }

  func explanation(of ordinal: UInt32) -> Explanation? {
    index.explanation(of: ordinal, query: words, lane: settings)
  }
}
