import CKernels

/// Scores of codebook entries against a float32 query, from tables of inner products.
struct TableScores: RowScores {
  /// `[tile][part][16 rows]`.
  let codes: SharedArray<UInt8>
  let parts: Int
  let tables: [Float]
  /// By padded row, one over the length of the reconstruction; NaN where the item has no vector.
  let inverses: SharedArray<Float>
  /// One over the query's length.
  let scale: Float

  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    let rows = tiles.count * VectorLayout.tileRows
    let first = tiles.lowerBound * VectorLayout.tileRows
    codes.withUnsafeBufferPointer { codes in
      assay_table_sums(codes.baseAddress.map { $0 + first * parts }, tiles.count, parts, tables, scores)
    }
    inverses.withUnsafeBufferPointer { inverses in
      for row in 0..<rows { scores[row] = scores[row] * inverses[first + row] * scale }
    }
  }
}
