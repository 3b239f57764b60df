/// The answer to one query under one plan.
package struct SearchOutcome: Hashable, Sendable {
  /// The best items in total order: score descending, then ordinal ascending.
  package let items: [RankedItem]
  /// How many items any lane gave a score, or all of them where nothing was asked, before the depth cut the answer.
  package let matched: Int
  /// Whether `items` is proven to be the top of an exhaustive ranking under the plan.
  package let isExact: Bool

  /// Makes an outcome from items that are already in total order.
  package init(items: [RankedItem], matched: Int, isExact: Bool) {
    self.items = items
    self.matched = matched
    self.isExact = isExact
  }
}
