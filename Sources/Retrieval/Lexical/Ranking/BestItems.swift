/// The best items seen so far, in the total order of rankings.
struct BestItems: Sendable {
  /// How many items are wanted.
  let depth: Int
  /// A score that an item must exceed to be among the best, or reach when its ordinal is smaller than that of the
  /// items before it.
  private(set) var threshold: Float = 0

  private var keys: [RankKey] = []
  /// Whether the ordinals of `keys` ascend.
  private var isAscending = true

  /// Up to which depth worse items are dropped on the way; above it everything is kept and sorted by digits.
  static let deepest = 16_384

  init(depth: Int) {
    self.depth = depth
  }

  /// Adds scored items.
  mutating func add(_ items: some Sequence<(ordinal: UInt32, score: Float)>) {
    for item in items { add(ordinal: item.ordinal, score: item.score) }
  }

  /// Adds a scored item.
  mutating func add(ordinal: UInt32, score: Float) {
    if let last = keys.last, last.ordinal > ordinal { isAscending = false }
    keys.append(RankKey(score: score, ordinal: ordinal))
    if depth <= Self.deepest, keys.count >= 2 * depth + 64 { drop() }
  }

  /// Adds what was found elsewhere.
  mutating func merge(_ other: BestItems) {
    if let last = keys.last, let first = other.keys.first, last.ordinal > first.ordinal {
      isAscending = false
    }
    isAscending = isAscending && other.isAscending
    keys += other.keys
  }

  /// The best items in order.
  func sorted() -> [(ordinal: UInt32, score: Double)] {
    let sorted = isAscending && keys.count > 2048 ? RankKey.sorted(keys) : keys.sorted()
    return sorted.prefix(depth).map { ($0.ordinal, Double($0.score)) }
  }

  /// Keeps the best `depth` keys only.
  private mutating func drop() {
    Self.partition(&keys, count: depth)
    keys.removeSubrange(depth...)
    threshold = keys.reduce(Float.infinity) { min($0, $1.score) }
    isAscending = false
  }

  /// Brings the `count` smallest keys to the front, in any order.
  /// - Complexity: O(n) on average.
  private static func partition(_ keys: inout [RankKey], count: Int) {
    var range = 0..<keys.count
    while range.count > 1 {
      let middle = keys[(range.lowerBound + range.upperBound) / 2]
      let pivot = max(
        min(keys[range.lowerBound], middle),
        min(max(keys[range.lowerBound], middle), keys[range.upperBound - 1]))
      var (left, right) = (range.lowerBound, range.upperBound - 1)
      while left <= right {
        while keys[left] < pivot { left += 1 }
        while pivot < keys[right] { right -= 1 }
        if left <= right {
          keys.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count <= right {
        range = range.lowerBound..<right + 1
      } else if count >= left {
        range = left..<range.upperBound
      } else {
        return
      }
    }
  }
}
