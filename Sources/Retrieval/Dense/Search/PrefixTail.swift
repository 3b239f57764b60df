import CKernels

/// Continues the sums of a known prefix for those tiles only that can still reach a floor.
struct PrefixTail: Sendable {
  private static let rows = VectorLayout.tileRows

  private let search: CertifiedSearch
  private let known: IntegerScores
  private let scan: ByteScan
  private let checkpoints: [Checkpoint]
  private let slack: Float

  /// A length at which tiles are dropped.
  private struct Checkpoint: Sendable {
    let stop: Int
    let slack: Float
    /// The least bound with which a row may still reach the floor.
    let threshold: Float
    /// The length of the rest of the query over that of its prefix.
    let queryRest: Float
    /// By row, the same of the item.
    let rests: SharedArray<Float>
  }

  /// Prepares to go on from the sums up to the stop `start`.
  init(search: CertifiedSearch, from start: Int, floor: Float) {
    self.search = search
    known = search.integerScores(start)
    scan = ByteScan(sides: search.index.sides, query: search.scanned.query)
    slack = search.bound(search.stop).slack
    let stops = search.index.sides[0].layout.stops
    checkpoints = Self.checkpoints(from: start, to: search.stop, stops).map { stop in
      let bound = search.bound(stop)
      let lengths = search.scanned.query.lengths
      let whole = lengths[search.stop]
      let square = max(0, whole * whole - lengths[stop] * lengths[stop])
      // The second summand is more than the difference of two rounded squares can be off.
      let rest = (square + 0x1p-40 * whole * whole).squareRoot() / whole
      return Checkpoint(
        stop: stop, slack: bound.slack, threshold: bound.threshold(toReach: floor),
        queryRest: Float(rest).nextUp,
        rests: search.index.rests(from: stop, to: search.stop, textShare: search.textShare))
    }
  }

  /// Writes the rows' upper bounds at the whole prefix; NaN for tiles without a row that reaches the floor.
  func write(_ tiles: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    let first = tiles.lowerBound * Self.rows
    let count = tiles.count * Self.rows
    known.write(tiles, slack: checkpoints[0].slack, to: scores)
    addRests(checkpoints[0], rows: first..<first + count, to: scores)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { keys in
      guard let keys = keys.baseAddress else { return }
      let reaching = collect(checkpoints[0].threshold, scores, rows: first..<first + count, to: keys)
      scores.update(repeating: .nan, count: count)
      var tile = -1
      for key in UnsafeBufferPointer(start: keys, count: reaching) {
        let next = Int(RankKey(bits: key).ordinal) / Self.rows
        if next == tile { continue }
        tile = next
        read(tile, to: scores + (tile - tiles.lowerBound) * Self.rows)
      }
    }
  }

  /// Reads a tile's codes on, from checkpoint to checkpoint; leaves NaN where a row's way ends before the last.
  private func read(_ tile: Int, to scores: UnsafeMutablePointer<Float>) {
    let rows = tile * Self.rows..<(tile + 1) * Self.rows
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * Self.rows) { memory in
      guard let sums = memory.baseAddress else { return }
      for (side, known) in known.sums.sides.enumerated() {
        known.withUnsafeBufferPointer { known in
          for row in 0..<Self.rows {
            (sums + side * Self.rows + row).initialize(to: known[rows.lowerBound + row])
          }
        }
      }
      for (number, checkpoint) in checkpoints.enumerated() {
        let isLast = number + 1 == checkpoints.count
        let end = isLast ? search.stop : checkpoints[number + 1].stop
        for side in known.sums.sides.indices {
          scan.add(
            checkpoint.stop + 1..<end + 1, side: side, tiles: tile..<tile + 1, to: sums + side * Self.rows)
        }
        let slack = isLast ? self.slack : checkpoints[number + 1].slack
        known.factors.write(
          (UnsafePointer(sums), UnsafePointer(sums + Self.rows)), rows: rows, scale: known.scale,
          slack: slack, to: scores)
        if isLast { return }
        addRests(checkpoints[number + 1], rows: rows, to: scores)
        if !reaches(checkpoints[number + 1].threshold, scores, rows: rows) { break }
      }
      scores.update(repeating: .nan, count: Self.rows)
    }
  }

  private func addRests(_ checkpoint: Checkpoint, rows: Range<Int>, to scores: UnsafeMutablePointer<Float>) {
    checkpoint.rests.withUnsafeBufferPointer { rests in
      assay_score(
        nil, 0, 0, rests.baseAddress.map { $0 + rows.lowerBound }, checkpoint.queryRest, rows.count, scores)
    }
  }

  private func collect(
    _ threshold: Float, _ scores: UnsafePointer<Float>, rows: Range<Int>,
    to keys: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let count = min(rows.upperBound, search.index.count) - rows.lowerBound
    return withEligible {
      assay_collect(scores, count, UInt32(rows.lowerBound), $0, threshold, keys)
    }
  }

  private func reaches(_ threshold: Float, _ scores: UnsafePointer<Float>, rows: Range<Int>) -> Bool {
    let count = min(rows.upperBound, search.index.count) - rows.lowerBound
    return withEligible { assay_count(scores, count, UInt32(rows.lowerBound), $0, threshold) > 0 }
  }

  private func withEligible<Result>(_ body: (UnsafePointer<UInt64>?) -> Result) -> Result {
    guard let eligible = search.scan.eligible else { return body(nil) }
    return eligible.words.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// Where tiles are dropped: after the known prefix, and whenever it has doubled.
  private static func checkpoints(from start: Int, to stop: Int, _ stops: [Int]) -> [Int] {
    var checkpoints = [start]
    for next in start..<stop where stops[next] >= 2 * stops[checkpoints[checkpoints.count - 1]] {
      checkpoints.append(next)
    }
    return checkpoints
  }
}
