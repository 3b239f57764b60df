/// The best items under one lane, with what is known about how complete the list is.
package struct LaneList: Hashable, Sendable {
  /// One item of the list.
  package struct Entry: Hashable, Sendable {
    /// The item.
    package let ordinal: UInt32
    /// The lane's own score of it: a cosine, a BM25F score.
    package let score: Double
    /// The item's competition rank ("1224") in the list, from 1.
    package let rank: Int
  }

  /// The items in total order: score (as float32) descending, then ordinal ascending.
  package let entries: [Entry]
  /// How many eligible items the lane scored, listed or not.
  package let matched: Int
  /// What is known about the list being the top of the full ranking.
  package let exactness: Exactness

  /// Makes a list and gives every entry its rank.
  /// - Precondition: `scores` are in total order and not more than `matched`.
  package init(_ scores: [(ordinal: UInt32, score: Double)], matched: Int, exactness: Exactness) {
    precondition(scores.count <= matched, "\(scores.count) items listed of \(matched)")
    var entries: [Entry] = []
    entries.reserveCapacity(scores.count)
    for (index, item) in scores.enumerated() {
      let isTied = entries.last.map { Float($0.score) == Float(item.score) } ?? false
      let rank = isTied ? entries[index - 1].rank : index + 1
      entries.append(Entry(ordinal: item.ordinal, score: item.score, rank: rank))
    }
    self.entries = entries
    self.matched = matched
    self.exactness = exactness
  }

  private init(entries: [Entry], matched: Int, exactness: Exactness) {
    self.entries = entries
    self.matched = matched
    self.exactness = exactness
  }

  /// The list as far as its first `depth` entries.
  func prefix(_ depth: Int) -> LaneList {
    guard depth < entries.count else { return self }
    return LaneList(entries: Array(entries.prefix(depth)), matched: matched, exactness: exactness)
  }
}
