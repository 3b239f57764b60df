/// How a certified search chooses what to rescore: it decides the time an answer takes, never the answer.
package struct SearchEffort: Hashable, Sendable {
  /// The first shortlist, in multiples of the depth.
  package var shortlistFactor: Int
  /// The least length of the first shortlist.
  package var leastShortlist: Int
  /// How much longer than the depth the first shortlist is at most: what a long one is short of is found by its bounds.
  package var largestReserve: Int
  /// Where one in so many items or more would have to be rescored, all are.
  package var largestPart: Int
  /// The least length after which items are dropped without reading the rest of their codes.
  package var leastPrefix: Int
  /// The largest part of the query's squared length that may lie beyond that prefix.
  ///
  /// With more, the rest could still lift most items to the floor. Where a smaller rest needs more than half of the
  /// components, whole prefixes are read at once.
  package var largestRest: Double

  /// Makes a choice of efforts.
  package init(
    shortlistFactor: Int = 3, leastShortlist: Int = 256, largestReserve: Int = 500,
    largestPart: Int = 4, leastPrefix: Int = 64, largestRest: Double = 0.25
  ) {
    self.shortlistFactor = shortlistFactor
    self.leastShortlist = leastShortlist
    self.largestReserve = largestReserve
    self.largestPart = largestPart
    self.leastPrefix = leastPrefix
    self.largestRest = largestRest
  }

  /// The length of the first shortlist of a search so deep.
  func shortlist(_ depth: Int) -> Int {
    max(min(shortlistFactor * depth, depth + largestReserve), leastShortlist)
  }

  /// What measured well at 100,000 and 1,000,000 items.
  package static let `default` = SearchEffort()
}
