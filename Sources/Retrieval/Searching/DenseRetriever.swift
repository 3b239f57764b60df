/// The dense lane of a plan for one query vector.
struct DenseRetriever: LaneRetriever {
  let lane = Lane.dense
  private let index: DenseIndex
  private let vector: [Float]
  private let settings: DenseLane
  private let ranking: LaneRanking

  /// Makes the retriever of `vector` among the items of `eligible`.
  init(index: DenseIndex, vector: [Float], settings: DenseLane, eligible: ItemSet?) {
    self.index = index
    self.vector = vector
    self.settings = settings
    ranking = LaneRanking(index.scores(of: vector, lane: settings).within(eligible))
  }

  func top(_ depth: Int) -> LaneList { ranking.top(depth, exactness: .scanned) }
  func score(of ordinal: UInt32) -> Double? { ranking.scores[ordinal] }
  func rank(of ordinal: UInt32) -> Int? { ranking.rank(of: ordinal) }

  func explanation(of ordinal: UInt32) -> Explanation? {
    index.explanation(of: ordinal, query: vector, lane: settings)
  }
}
