import CKernels

/// Computes lengths of blended prefixes for all rows, on all threads of a pool.
struct BlendRows {
  private static let grain = 256  // tiles

  private let sides: [PackedVectors]
  private let crosses: SharedArray<Float>?
  private let shares: [Double]
  private let pool: WorkerPool

  /// Prepares the blend of one or two sides.
  init(sides: [PackedVectors], crosses: SharedArray<Float>?, shares: [Double], pool: WorkerPool) {
    self.sides = sides
    self.crosses = crosses
    self.shares = shares
    self.pool = pool
  }

  /// The factors of a stop.
  /// - Complexity: O(rows).
  func factors(stop: Int) -> BlendFactors {
    let layout = sides[0].layout
    var factors: [SharedArray<Float>] = []
    var second: SharedArray<Float>?
    var margins: SharedArray<Float>?
    let first = SharedArray<Float>(count: layout.paddedCount) { first in
      guard sides.count == 2 else { return fill(stop: stop, [first], margins: nil) }
      second = SharedArray(count: layout.paddedCount) { second in
        margins = SharedArray(count: layout.paddedCount) { margins in
          fill(stop: stop, [first, second], margins: margins)
        }
      }
    }
    factors = [first] + (second.map { [$0] } ?? [])
    let all = margins ?? first
    let directed = directed(all)
    return BlendFactors(sides: factors, margins: all, directed: directed, directedCount: directed.count)
  }

  /// For each padded row, an upper bound of what part of the prefix at `stop` lies beyond the shorter one.
  /// - Complexity: O(rows).
  func rests(from shorter: Int, to stop: Int) -> SharedArray<Float> {
    SharedArray(count: sides[0].layout.paddedCount) { rests in
      guard let start = rests.baseAddress else { return }
      nonisolated(unsafe) let memory = start  // threads write to rows of their own
      eachPiece { rows in
        withBlend(rows, stop: stop, shorter: shorter) {
          assay_blend_rests($0, rows.count, memory + rows.lowerBound)
        }
      }
    }
  }

  private func fill(
    stop: Int, _ factors: [UnsafeMutableBufferPointer<Float>], margins: UnsafeMutableBufferPointer<Float>?
  ) {
    nonisolated(unsafe) let first = factors[0].baseAddress  // threads write to rows of their own
    nonisolated(unsafe) let second = factors.count > 1 ? factors[1].baseAddress : nil  // likewise
    nonisolated(unsafe) let sums = margins?.baseAddress  // likewise
    eachPiece { rows in
      let start = rows.lowerBound
      withBlend(rows, stop: stop, shorter: nil) { blend in
        var pointers = [first.map { $0 + start }, second.map { $0 + start }]
        assay_blend_factors(blend, rows.count, &pointers, sums.map { $0 + start })
      }
    }
  }

  private func eachPiece(_ body: @Sendable (Range<Int>) -> Void) {
    let layout = sides[0].layout
    pool.concurrently(over: layout.tiles, grain: Self.grain) { tiles in
      body(tiles.lowerBound * VectorLayout.tileRows..<tiles.upperBound * VectorLayout.tileRows)
    }
  }

  private func withBlend(
    _ rows: Range<Int>, stop: Int, shorter: Int?, _ body: (assay_blend_rows) -> Void
  ) {
    let padded = sides[0].layout.paddedCount
    func side(_ index: Int) -> assay_blended_side {
      guard index < sides.count else { return assay_blended_side() }
      let side = sides[index]
      return side.squares.withUnsafeBufferPointer { squares in
        side.scales.withUnsafeBufferPointer { scales in
          let start = squares.baseAddress.map { $0 + rows.lowerBound }
          return assay_blended_side(
            share: shares[index], whole: start.map { $0 + (side.layout.stops.count - 1) * padded },
            squares: start.map { $0 + stop * padded }, shorter: start.map { $0 + (shorter ?? stop) * padded },
            scales: scales.baseAddress.map { $0 + rows.lowerBound })
        }
      }
    }
    func crosses(at stop: Int) -> UnsafePointer<Float>? {
      self.crosses?.withUnsafeBufferPointer { $0.baseAddress.map { $0 + stop * padded + rows.lowerBound } }
    }
    // The arrays are kept by `self` for the duration of the call.
    withExtendedLifetime(self.sides) {
      body(
        assay_blend_rows(
          side_count: sides.count, sides: (side(0), side(1)), crosses: crosses(at: stop),
          shorter_crosses: crosses(at: shorter ?? stop)))
    }
  }

  private func directed(_ margins: SharedArray<Float>) -> ItemSet {
    let count = sides[0].count
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    words.withUnsafeMutableBufferPointer { words in
      nonisolated(unsafe) let memory = words  // threads write to words of their own
      pool.concurrently(over: words.count, grain: 1024) { words in
        margins.withUnsafeBufferPointer { margins in
          for row in words.lowerBound * 64..<min(count, words.upperBound * 64) where !margins[row].isNaN {
            memory[row / 64] |= 1 << UInt64(row % 64)
          }
        }
      }
    }
    return ItemSet(words: words, universe: count)
  }
}
