/// Cosines from the integer inner products of codes: the scores of the int8 lane, estimates of those in float32.
struct IntegerScores: RowScores {
  let sums: PrefixSums
  let factors: BlendFactors
  /// The value of one query code step over the length of the query's prefix.
  let scale: Float

  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    write(tiles, slack: 0, to: scores)
  }

  /// Writes scores, each moved by `slack` times the row's margin.
  func write(_ tiles: Range<Int>, slack: Float, to scores: UnsafeMutablePointer<Float>) {
    let start = tiles.lowerBound * VectorLayout.tileRows
    write(rows: start..<tiles.upperBound * VectorLayout.tileRows, slack: slack, to: scores)
  }

  private func write(rows: Range<Int>, slack: Float, to scores: UnsafeMutablePointer<Float>) {
    func start(_ side: Int) -> UnsafePointer<Int32>? {
      guard side < sums.sides.count else { return nil }
      return sums.sides[side].withUnsafeBufferPointer { $0.baseAddress.map { $0 + rows.lowerBound } }
    }
    // The arrays outlive the call that reads them.
    withExtendedLifetime(self) {
      factors.write((start(0), start(1)), rows: rows, scale: scale, slack: slack, to: scores)
    }
  }
}
