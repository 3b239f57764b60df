/// The answer to one query under one plan.
package struct SearchOutcome: Hashable, Sendable {
  /// The best items in total order: score descending, then ordinal ascending.
  package let items: [RankedItem]
  /// How many eligible items have a score, or all of them where nothing was asked, before the depth cut the answer;
  /// where two lists were fused, how many items are in either.
  package let matched: Int
  /// What is known about `items` being the top of the full ranking under the plan.
  package let exactness: Exactness
  /// How many items of the top that filtering during the search would give are not among `items`; `nil` unless the
  /// plan filters afterwards.
  package let lost: Int?

  /// Makes an outcome from items that are already in total order.
  package init(items: [RankedItem], matched: Int, exactness: Exactness, lost: Int? = nil) {
    self.items = items
    self.matched = matched
    self.exactness = exactness
    self.lost = lost
  }

  /// Whether `items` is the top of the full ranking for certain.
  package var isExact: Bool { exactness.isExact }
}
