/// The dense lane of a plan for one query vector.
struct DenseRetriever: LaneRetriever {
  let lane = Lane.dense
  private let index: DenseIndex
  private let vector: [Float]
  private let settings: DenseLane
  private let eligible: ItemSet?

  /// Makes the retriever of `vector` among the items of `eligible`.
  init(index: DenseIndex, vector: [Float], settings: DenseLane, eligible: ItemSet?) {
    self.index = index
    self.vector = vector
    self.settings = settings
    self.eligible = eligible
  }

  func top(_ depth: Int) -> LaneList {
    index.top(depth, of: vector, lane: settings, within: eligible)
  }

  func score(of ordinal: UInt32) -> Double? {
    guard eligible?.contains(ordinal) ?? true else { return nil }
    return index.score(of: ordinal, query: vector, lane: settings)
  }

  func rank(of ordinal: UInt32) -> Int? {
    index.rank(of: ordinal, query: vector, lane: settings, within: eligible)
  }

  func explanation(of ordinal: UInt32) -> Explanation? {
    index.explanation(of: ordinal, query: vector, lane: settings)
  }
}
