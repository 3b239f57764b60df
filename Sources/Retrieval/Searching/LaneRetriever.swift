/// One lane of a plan, ready to answer for one query among the eligible items.
///
/// Guarantees every implementation gives: `top` is the beginning of one total order (score as float32 descending,
/// then ordinal ascending); `score`, `rank` and `explanation` agree with it for every eligible item, listed or not.
protocol LaneRetriever: Sendable {
  /// Which lane this is.
  var lane: Lane { get }

  /// The best `depth` items.
  func top(_ depth: Int) -> LaneList

  /// An item's score, or `nil` when the lane has none for it.
  /// - Precondition: the item is eligible.
  func score(of ordinal: UInt32) -> Double?

  /// An item's competition rank among the eligible ones, or `nil` when the lane does not score it.
  /// - Precondition: the item is eligible.
  func rank(of ordinal: UInt32) -> Int?

  /// An item's score taken apart, or `nil` when the lane has none for it.
  func explanation(of ordinal: UInt32) -> Explanation?
}
