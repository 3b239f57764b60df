import CKernels

/// Passes over all rows' scores: the best of them, all from a threshold on, how many.
///
/// Rows are divided among the threads of a pool; results do not depend on how.
struct RowScan {
  /// Writes the numbers to be compared for a range of tiles; NaN where there is none.
  typealias Source = @Sendable (_ tiles: Range<Int>, _ scores: UnsafeMutablePointer<Float>) -> Void

  private static let grain = 64  // tiles, whose scores fit the first-level cache

  let count: Int
  let eligible: ItemSet?
  let pool: WorkerPool

  private var tiles: Int { (count + VectorLayout.tileRows - 1) / VectorLayout.tileRows }

  /// The best rows, at most `wanted`.
  func top(_ wanted: Int, of source: Source) -> [RankKey] {
    let partials = pool.accumulate(over: tiles, grain: Self.grain * 4, into: TopKeys(wanted)) { top, tiles in
      each(tiles, source) { scores, rows, first, eligible in
        top.offer(scores, rows: rows, first: first, eligible: eligible)
      }
    }
    var all = partials[0]
    for partial in partials.dropFirst() { all.merge(partial) }
    return all.finished()
  }

  /// How many rows have at least `threshold`.
  func count(atLeast threshold: Float, of source: Source) -> Int {
    pool.accumulate(over: tiles, grain: Self.grain * 4, into: 0) { count, tiles in
      each(tiles, source) { scores, rows, first, eligible in
        count += assay_count(scores, rows, UInt32(first), eligible, threshold)
      }
    }.reduce(0, +)
  }

  /// All rows that have at least `threshold`, in ordinal order.
  func all(atLeast threshold: Float, of source: Source) -> [RankKey] {
    pool.keys(over: tiles, grain: Self.grain * 16, most: VectorLayout.tileRows) { tiles, keys in
      var count = 0
      each(tiles, source) { scores, rows, first, eligible in
        count += assay_collect(scores, rows, UInt32(first), eligible, threshold, keys + count)
      }
      return count
    }
  }

  /// Calls `body` with the scores of one small piece after another.
  private func each(
    _ tiles: Range<Int>, _ source: Source,
    _ body: (_ scores: UnsafePointer<Float>, _ rows: Int, _ first: Int, _ eligible: UnsafePointer<UInt64>?) ->
      Void
  ) {
    let capacity = Self.grain * VectorLayout.tileRows
    withUnsafeTemporaryAllocation(byteCount: capacity * 4, alignment: 64) { memory in
      let scores = memory.bindMemory(to: Float.self)
      guard let scores = scores.baseAddress else { return }
      for start in stride(from: tiles.lowerBound, to: tiles.upperBound, by: Self.grain) {
        let piece = start..<min(start + Self.grain, tiles.upperBound)
        source(piece, scores)
        let first = piece.lowerBound * VectorLayout.tileRows
        let rows = min(piece.count * VectorLayout.tileRows, count - first)
        if let eligible {
          eligible.words.withUnsafeBufferPointer { body(scores, rows, first, $0.baseAddress) }
        } else {
          body(scores, rows, first, nil)
        }
      }
    }
  }
}
