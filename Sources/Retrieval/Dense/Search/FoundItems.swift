import CKernels

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
  package let exactness: Exactness

  /// How many items were found.
  package var count: Int { ordinals.count }

  /// Takes items that are in total order.
  init(ordinals: [UInt32], scores: [Float], threshold: Float, exactness: Exactness) {
    let ceiling = max(1, scores.first ?? 1)
    let hasBins = threshold.isFinite && threshold < ceiling
    var counts = [UInt64](repeating: 0, count: hasBins ? Self.bins : 0)
    if !counts.isEmpty {
      assay_histogram(scores, scores.count, 0, nil, threshold, ceiling, Self.bins, &counts)
    }
    self.ordinals = ordinals
    self.scores = scores
    self.threshold = threshold
    self.ceiling = ceiling
    self.exactness = exactness
    histogram = counts.map(Int.init)
  }

  /// Sorts keys whose ordinals ascend.
  /// - Complexity: O(n).
  init(ascending keys: [RankKey], threshold: Float, exactness: Exactness) {
    let sorted = RankKey.sorted(keys)
    self.init(
      ordinals: sorted.map(\.ordinal), scores: sorted.map(\.score), threshold: threshold,
      exactness: exactness)
  }
}
