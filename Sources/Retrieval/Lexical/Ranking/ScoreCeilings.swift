/// Upper bounds of scores, a byte for each term: an item whose terms' marks add up to less than `least(above:)` does
/// not score more.
///
/// A posting's mark is `scale · tf / (k1 + tf)`, rounded up, where tf is what its occurrences amount to in the shortest
/// fields of the catalogue. It follows from k1, b and the field weights as they are: nothing is stored for it.
struct ScoreCeilings: Sendable {
  /// For each term, the mark of a posting without end of occurrences, before it is rounded up; a byte holds the sum of
  /// all, rounded.
  let scales: [Float]
  /// What a mark of 1 is worth.
  private let unit: Double

  /// The most terms that a byte tells apart well enough.
  static let termLimit = 64

  /// More than float32 rounding makes of `termLimit` products and their sum.
  private static let slack = 1.00001

  /// Divides a byte among terms by their weights; `nil` when they are too many, or not all positive and finite.
  init?(weights: [Float]) {
    guard !weights.isEmpty, weights.count <= Self.termLimit,
      weights.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    let unit = weights.reduce(0) { $0 + Double($1) } / Double(255 - weights.count)
    self.unit = unit
    scales = weights.map { Float(Double($0) / unit) }
  }

  /// The least sum of marks of an item that may score more than `threshold`, which is not negative; at least 1.
  func least(above threshold: Float) -> UInt8 {
    UInt8(min(255, (Double(threshold) / (unit * Self.slack)).rounded(.down) + 1))
  }
}
