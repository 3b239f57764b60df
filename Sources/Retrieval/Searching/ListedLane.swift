/// One lane's list in an answer, with the rule that makes summands of its entries.
///
/// A class, though it never changes: fusing takes it in hand for every entry, and a reference is cheaper to copy than
/// what it holds.
final class ListedLane: Sendable {
  /// Where the list came from.
  let retriever: any LaneRetriever
  /// The list, as deep as it is fused.
  let list: LaneList
  /// What its entries add.
  let rule: SummandRule
  /// Whether items beyond the list count too: a lane that is not fused scores every item by itself.
  let isAlone: Bool

  private let positions: [UInt32: Int]

  /// Makes the lane of an answer.
  /// - Complexity: O(entries).
  init(retriever: any LaneRetriever, list: LaneList, rule: SummandRule, isAlone: Bool) {
    self.retriever = retriever
    self.list = list
    self.rule = rule
    self.isAlone = isAlone
    positions = Dictionary(uniqueKeysWithValues: list.entries.enumerated().map { ($1.ordinal, $0) })
  }

  /// Which lane this is.
  var lane: Lane { retriever.lane }

  /// Whether the list leaves out items that the lane scores.
  var isCut: Bool { list.entries.count < list.matched }

  /// An item's score and rank where they count, else `nil`.
  func entry(of ordinal: UInt32) -> LaneList.Entry? {
    if let position = positions[ordinal] { return list.entries[position] }
    guard isAlone, let score = retriever.score(of: ordinal), let rank = retriever.rank(of: ordinal)
    else { return nil }
    return LaneList.Entry(ordinal: ordinal, score: score, rank: rank)
  }

  /// A rank in words: `rank 3 of top 1000`, or `rank 3 of 57` in a list of everything.
  func standing(rank: Int) -> String {
    isCut && !isAlone ? "rank \(rank) of top \(list.entries.count)" : "rank \(rank) of \(list.matched)"
  }
}
