/// A ranked catalogue cut into bands, of each of which a sample is as large: short at the top, where relevant items
/// are dense, and ever longer further down.
///
/// The bands depend on how many items there are and on nothing else: a cut that moves leaves them, and what was drawn
/// from them, as they are.
package struct RankBands: Hashable, Sendable {
  /// How long the first band is.
  package static let first = 25
  /// How many times further down the next band reaches.
  package static let growth = 4

  /// The places of each band, from 0 at the top; together every place, in order, and none is empty.
  package let ranges: [Range<Int>]
  /// How many items have a score; those after them, which have none, are a band of their own.
  package let scored: Int

  /// Makes the bands of a ranking of `scored` items, and of `unscored` items that have no score.
  ///
  /// Bands reach to 25, 100, 400, 1,600, … places. What is left at the end is a band of its own unless it is less than
  /// half as long as the band before it, which then has it.
  /// - Precondition: neither is negative.
  package init(scored: Int, unscored: Int = 0) {
    precondition(scored >= 0 && unscored >= 0, "\(scored) items with a score and \(unscored) without")
    var ranges: [Range<Int>] = []
    var start = 0
    while start < scored {
      let end = min(scored, max(Self.first, start * Self.growth))
      if let last = ranges.last, end - start < last.count / 2 {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
      start = end
    }
    if unscored > 0 { ranges.append(scored..<scored + unscored) }
    self.ranges = ranges
    self.scored = scored
  }

  /// How many items there are, with or without a score.
  package var count: Int { ranges.last?.upperBound ?? 0 }
}
