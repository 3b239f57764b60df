/// The scores of all rows under one lane for one query, a range of tiles at a time.
///
/// Two calls give the same bits, whatever the ranges; so a selection over them does not depend on how rows were
/// divided among threads.
protocol RowScores: Sendable {
  /// Writes the scores of a range of tiles, rounded to float32; NaN for a row without a score.
  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>)

  /// Writes the scores of some rows, which round to what the other `write` gives; NaN for a row without a score.
  func write(_ rows: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Double>)
}

extension RowScores {
  func write(_ rows: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Double>) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: VectorLayout.tileRows) { memory in
      guard let tileScores = memory.baseAddress else { return }
      var written = -1
      for (index, row) in rows.enumerated() {
        let tile = Int(row) / VectorLayout.tileRows
        if tile != written { write(tile..<tile + 1, to: tileScores) }
        written = tile
        scores[index] = Double(tileScores[Int(row) % VectorLayout.tileRows]) + 0  // adding 0 turns −0 into 0
      }
    }
  }

  /// The scores of some rows; NaN for a row without a score.
  func scores(of rows: [UInt32]) -> [Double] {
    [Double](unsafeUninitializedCapacity: rows.count) { scores, initialized in
      rows.withUnsafeBufferPointer { rows in
        if let start = scores.baseAddress { write(rows, to: start) }
      }
      initialized = rows.count
    }
  }

  /// One row's score, or `nil` when it has none.
  func score(of row: UInt32) -> Double? {
    let score = scores(of: [row])[0]
    return score.isNaN ? nil : score
  }

  /// The scores of the first rows, as many as there is room for, on all threads.
  func writeAll(_ scores: inout [Double], on pool: WorkerPool) {
    let count = scores.count
    scores.withUnsafeMutableBufferPointer { scores in
      nonisolated(unsafe) let memory = scores  // threads write to rows of their own
      pool.concurrently(over: count, grain: 4096) { rows in
        let ordinals = rows.map { UInt32($0) }
        ordinals.withUnsafeBufferPointer { ordinals in
          if let start = memory.baseAddress { write(ordinals, to: start + rows.lowerBound) }
        }
      }
    }
  }
}

extension ItemSet {
  /// Replaces the scores of rows that are not in the set by NaN.
  func blank(_ scores: UnsafeMutablePointer<Float>, first: Int, rows: Int) {
    for row in 0..<rows where first + row >= universe || !contains(UInt32(first + row)) {
      scores[row] = .nan
    }
  }
}
