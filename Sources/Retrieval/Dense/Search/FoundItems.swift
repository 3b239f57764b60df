/// Every item at or above a threshold, in order, without any cut, and how their scores are spread.
package struct FoundItems: Hashable, Sendable {
  /// How many bins the histogram has.
  package static let bins = 64

  /// The items in total order: score descending, then ordinal ascending.
  package let ordinals: [UInt32]
  /// Their scores, rounded to float32 as the order is.
  package let scores: [Float]
  /// The least score asked for.
  package let threshold: Float
  /// The upper end of the histogram: 1, or the best score where rounding takes it beyond.
  package let ceiling: Float
  /// How many of the items lie in each of `bins` equal parts of `threshold...ceiling`; empty when that is no range or an
  /// endless one.
  package let histogram: [Int]
  /// Whether the list is certain to be complete and its scores those of the lane.
  package private(set) var exactness: Exactness

  /// How many items were found.
  package var count: Int { ordinals.count }

  /// Sorts keys whose ordinals ascend.
  /// - Complexity: O(n).
  init(ascending keys: consuming [RankKey], threshold: Float, exactness: Exactness) {
    let (ordinals, scores) = RankKey.split(RankKey.sorted(keys))
    self.ordinals = ordinals
    self.scores = scores
    self.threshold = threshold
    self.exactness = exactness
    ceiling = max(1, scores.first ?? 1)
    histogram = Self.histogram(scores, from: threshold, to: ceiling)
  }

  /// The same items with another claim.
  func claiming(_ exactness: Exactness) -> FoundItems {
    var items = self
    items.exactness = exactness
    return items
  }

  /// Counts the scores in each of `bins` equal parts of a range from the places where they change from one to the next.
  /// - Precondition: the scores descend and lie in the range, whose upper end is at least 1.
  private static func histogram(_ scores: [Float], from low: Float, to high: Float) -> [Int] {
    guard low < high, (high - low).isFinite else { return [] }
    let perBin = Float(bins) / (high - low)
    var end = scores.count
    return (0..<bins).map { bin in
      var (border, above) = (0, end)
      while border < above {
        let middle = (border + above) / 2
        if Int((scores[middle] - low) * perBin) > bin, bin + 1 < bins {
          border = middle + 1
        } else {
          above = middle
        }
      }
      defer { end = border }
      return end - border
    }
  }
}
