/// Every item's blended prefix in a format of few bits, and how a query is compared with it.
protocol CodedVectors: Sendable {
  /// The scores of a query.
  func scores(of query: RoundedQuery, stop: Int) -> any RowScores

  /// What each component adds to a row's score, but for the rounding of the sum to float32.
  /// - Precondition: the row has a vector.
  func terms(of row: UInt32, query: RoundedQuery, stop: Int) -> [Double]
}
