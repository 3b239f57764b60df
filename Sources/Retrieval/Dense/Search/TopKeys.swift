import CKernels

/// The best few of all items offered, by score descending, then ordinal ascending, in whatever order they come.
struct TopKeys: Sendable {
  private var keys: [UInt64]
  private let wanted: Int
  private var count = 0
  private var worst = UInt64.max
  private var threshold = -Float.infinity

  /// Makes an empty selection of at most `wanted` items.
  init(_ wanted: Int) {
    self.wanted = wanted
    keys = [UInt64](repeating: 0, count: 2 * wanted + 1024)
  }

  /// Offers the scores of consecutive rows; NaN is never kept.
  mutating func offer(
    _ scores: UnsafePointer<Float>, rows: Int, first: Int, eligible: UnsafePointer<UInt64>?
  ) {
    withSelection { assay_select(&$0, scores, rows, UInt32(first), eligible) }
  }

  /// Offers keys in any order.
  mutating func offer(_ keys: [RankKey]) {
    keys.withUnsafeBufferPointer { keys in
      keys.withMemoryRebound(to: UInt64.self) { keys in
        withSelection { assay_select_keys(&$0, keys.baseAddress, keys.count) }
      }
    }
  }

  /// Adds what another selection holds.
  mutating func merge(_ other: TopKeys) {
    withSelection { assay_select_keys(&$0, other.keys, other.count) }
  }

  /// The selected keys, best first.
  mutating func finished() -> [RankKey] {
    withSelection { assay_finish_selection(&$0) }
    return keys[..<count].map(RankKey.init(bits:))
  }

  private mutating func withSelection(_ body: (inout assay_selection) -> Void) {
    let (held, wanted, worst, threshold) = (count, wanted, worst, threshold)
    let after = keys.withUnsafeMutableBufferPointer { keys in
      var selection = assay_selection(
        keys: keys.baseAddress, capacity: keys.count, wanted: wanted, count: held, worst: worst,
        threshold: threshold)
      body(&selection)
      return selection
    }
    count = after.count
    self.worst = after.worst
    self.threshold = after.threshold
  }
}
