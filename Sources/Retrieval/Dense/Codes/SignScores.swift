import CKernels

/// Scores of bits against a float32 query, from the sums of the query's components whose bit is set.
struct SignScores: RowScores {
  /// Entries of the tables for one word of bits.
  static let tableSize = 8 * 16

  /// `[tile][word][16 rows]`.
  let bits: SharedArray<UInt32>
  let words: Int
  let tables: [Float]
  /// The sum of all the query's components.
  let total: Float
  /// One over the query's length and that of the items' signs.
  let scale: Float
  /// The rows that have a score.
  let directed: ItemSet

  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    let rows = tiles.count * VectorLayout.tileRows
    bits.withUnsafeBufferPointer { bits in
      let first = tiles.lowerBound * words * VectorLayout.tileRows
      assay_bit_sums(bits.baseAddress.map { $0 + first }, tiles.count, words, tables, scores)
    }
    for row in 0..<rows { scores[row] = (2 * scores[row] - total) * scale }
    directed.blank(scores, first: tiles.lowerBound * VectorLayout.tileRows, rows: rows)
  }
}
