import Synchronization

/// A query with the prefixes that have been scanned for it so far.
final class ScannedQuery: Sendable {
  /// The query, rounded.
  let query: RoundedQuery
  /// The greatest bounds of all tiles, by the lengths and shares they were computed for.
  let tops: RecentlyUsed<RestKey, SharedArray<Float>>
  /// What it was answered with.
  let lists = KeptLists()
  private let sums = Mutex<[Int: PrefixSums]>([:])

  init(_ query: RoundedQuery) {
    self.query = query
    // One for each length at least, and as many again for shorter prefixes and other shares.
    tops = RecentlyUsed(capacity: 2 * query.lengths.count)
  }

  /// The sums up to a stop, or `nil` when it has not been scanned.
  func sums(at stop: Int) -> PrefixSums? {
    sums.withLock { $0[stop] }
  }

  /// The sums of the longest scanned prefix that is shorter than a stop's.
  func longestSums(before stop: Int) -> (stop: Int, sums: PrefixSums)? {
    sums.withLock { sums in
      sums.filter { $0.key < stop }.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// Keeps the sums of a prefix.
  func keep(_ scanned: PrefixSums, at stop: Int) {
    sums.withLock { $0[stop] = scanned }
  }

  /// The memory that all of it takes.
  var bytes: Int {
    sums.withLock { $0.values.reduce(0) { $0 + $1.bytes } }
      + tops.values.reduce(0) { $0 + $1.count * MemoryLayout<Float>.size } + lists.bytes
  }
}
