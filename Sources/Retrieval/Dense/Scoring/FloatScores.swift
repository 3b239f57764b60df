import CKernels

/// Cosines from float32 inner products: the scores of the float32 lane.
///
/// `score = Σ weight · (x · q) / (|x| |q|)` in double precision, over float32 inner products of each side's prefix
/// with the query's, which have one definition for every machine. A row whose inner product is no finite number, which
/// only a damaged file can hold, has no score.
struct FloatScores: RowScores {
  let sides: [PackedVectors]
  let blend: Blend
  let stop: Int
  let query: RoundedQuery

  /// The components compared.
  private var dimensions: Int { sides[0].layout.stops[stop] }

  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    let first = tiles.lowerBound * VectorLayout.tileRows
    let last = min(tiles.upperBound * VectorLayout.tileRows, sides[0].count)
    let rows = tiles.count * VectorLayout.tileRows
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * rows) { dots in
      guard let dots = dots.baseAddress else { return }
      for (number, side) in sides.enumerated() {
        side.floats.withUnsafeBufferPointer { floats in
          guard let start = floats.baseAddress, first < last else { return }
          let stride = side.layout.dimensions
          assay_dots_f32(
            start + first * stride, last - first, stride, query.vector, dimensions, dots + number * rows)
        }
      }
      for row in 0..<rows {
        let item = first + row
        scores[row] =
          item < last
          ? combine(UInt32(item), dots[row], sides.count > 1 ? dots[rows + row] : 0).map { Float($0) } ?? .nan
          : .nan
      }
    }
  }

  func write(_ rows: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Double>) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * rows.count) { dots in
      guard let dots = dots.baseAddress else { return }
      for (number, side) in sides.enumerated() {
        side.floats.withUnsafeBufferPointer { floats in
          assay_gathered_dots_f32(
            floats.baseAddress, rows.baseAddress, rows.count, side.layout.dimensions, query.vector,
            dimensions,
            dots + number * rows.count)
        }
      }
      for (index, row) in rows.enumerated() {
        scores[index] = combine(row, dots[index], sides.count > 1 ? dots[rows.count + index] : 0) ?? .nan
      }
    }
  }

  private func combine(_ row: UInt32, _ first: Float, _ second: Float) -> Double? {
    guard let length = blend.length(of: row, stop: stop) else { return nil }
    let weights = blend.weights(of: row)
    let product = weights.first * Double(first) + weights.second * Double(second)
    guard product.isFinite else { return nil }
    return product / (length * query.lengths[stop]) + 0  // adding 0 turns −0 into 0
  }
}
