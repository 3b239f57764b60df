/// How a certified search chooses what to rescore: it decides the time an answer takes, never the answer.
package struct SearchEffort: Hashable, Sendable {
  /// The first shortlist, in multiples of the depth.
  package var shortlistFactor: Int
  /// The least length of the first shortlist.
  package var leastShortlist: Int
  /// Where one in so many items or more would have to be rescored, all are.
  package var largestPart: Int
  /// The least length after which items are dropped without reading the rest of their codes.
  package var leastPrefix: Int

  /// Makes a choice of efforts.
  package init(
    shortlistFactor: Int = 3, leastShortlist: Int = 256, largestPart: Int = 4, leastPrefix: Int = 64
  ) {
    self.shortlistFactor = shortlistFactor
    self.leastShortlist = leastShortlist
    self.largestPart = largestPart
    self.leastPrefix = leastPrefix
  }

  /// What measured well at 100,000 and 1,000,000 items.
  package static let `default` = SearchEffort()
}
