/// The lexical lane of a plan for the words of one query.
struct LexicalRetriever: LaneRetriever {
  let lane = Lane.lexical
  private let index: LexicalIndex
  private let words: LexicalQuery
  private let settings: LexicalLane
  private let ranking: LaneRanking

  /// Makes the retriever of `words` among the items of `eligible`.
  init(index: LexicalIndex, words: LexicalQuery, settings: LexicalLane, eligible: ItemSet?) {
    self.index = index
    self.words = words
    self.settings = settings
    ranking = LaneRanking(index.scores(of: words, lane: settings).within(eligible))
  }

  func top(_ depth: Int) -> LaneList {
    ranking.top(depth, exactness: words.isExhaustive ? .scanned : .approximate("commonest words begun only"))
  }
  func score(of ordinal: UInt32) -> Double? { ranking.scores[ordinal] }
  func rank(of ordinal: UInt32) -> Int? { ranking.rank(of: ordinal) }

  func explanation(of ordinal: UInt32) -> Explanation? {
    index.explanation(of: ordinal, query: words, lane: settings)
  }
}
