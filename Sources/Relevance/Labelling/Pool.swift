/// What several rankings of one query found near their tops, each item once: what is worth judging to compare them.
package struct Pool: Hashable, Sendable {
  /// The items, those that some ranking put higher first; among equals by the bytes of their ids.
  package let items: [PooledItem]

  /// Unites the first `depth` items of each ranking.
  /// - Parameters:
  ///   - rankings: documents, best first, each at most once in a ranking.
  ///   - depth: how many items of each ranking are taken; none when it is not positive.
  /// - Complexity: O(n log n) for n items in all.
  package init(of rankings: [[DocumentID]], depth: Int) {
    var ranks: [DocumentID: [Int?]] = [:]
    for (index, ranking) in rankings.enumerated() {
      for (position, item) in ranking.prefix(max(0, depth)).enumerated() {
        ranks[item, default: Array(repeating: nil, count: rankings.count)][index] = position + 1
      }
    }
    items = ranks.map { PooledItem(item: $0.key, ranks: $0.value) }.sorted(by: PooledItem.isHigher)
  }

  /// The items without a grade, in the pool's order.
  package func unjudged(by grades: [DocumentID: Int]) -> [PooledItem] {
    items.filter { grades[$0.item] == nil }
  }
}

/// One item of a pool, and who found it.
package struct PooledItem: Hashable, Sendable {
  /// The item.
  package let item: DocumentID
  /// Its rank in each ranking, from 1; `nil` where it is not among the first.
  package let ranks: [Int?]

  /// The highest place any ranking gave it.
  package var bestRank: Int { ranks.compactMap(\.self).min() ?? .max }

  /// The rankings that found it, from 0.
  package var finders: [Int] { ranks.indices.filter { ranks[$0] != nil } }

  /// How much the rankings disagree about it, 0…1: the difference of the largest and the smallest discount of nDCG,
  /// 1 ÷ log₂(rank + 1), that they give it, where one that does not list it gives 0.
  package var disagreement: Double {
    let discounts = ranks.map { $0.map { 1 / Discount.at($0 - 1) } ?? 0 }
    return (discounts.max() ?? 0) - (discounts.min() ?? 0)
  }

  /// The order of pools.
  static func isHigher(_ first: PooledItem, _ second: PooledItem) -> Bool {
    (first.bestRank, first.item) < (second.bestRank, second.item)
  }
}
