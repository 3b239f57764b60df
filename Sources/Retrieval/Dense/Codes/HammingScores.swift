import CKernels

/// Scores of bits against bits, from Hamming distances.
struct HammingScores: RowScores {
  /// `[tile][word][16 rows]`.
  let bits: SharedArray<UInt32>
  let query: [UInt32]
  let dimensions: Int
  /// The rows that have a score.
  let directed: ItemSet

  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    let rows = tiles.count * VectorLayout.tileRows
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows) { distances in
      guard let distances = distances.baseAddress else { return }
      bits.withUnsafeBufferPointer { bits in
        let first = tiles.lowerBound * query.count * VectorLayout.tileRows
        assay_bit_distances(bits.baseAddress.map { $0 + first }, tiles.count, query.count, query, distances)
      }
      for row in 0..<rows {
        scores[row] = Float(1 - 2 * Double(distances[row]) / Double(dimensions))
      }
      directed.blank(scores, first: tiles.lowerBound * VectorLayout.tileRows, rows: rows)
    }
  }
}
