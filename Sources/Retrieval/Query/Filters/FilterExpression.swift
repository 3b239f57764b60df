/// Which items a query lets through, as a syntax tree over comparisons.
///
/// Never a string: every engine renders it in its own terms.
package indirect enum FilterExpression: Hashable, Sendable {
  /// Items that pass one comparison.
  case comparison(FilterComparison)
  /// Items that pass every part; with no part, all items.
  case all([FilterExpression])
  /// Items that pass at least one part; with no part, none.
  case any([FilterExpression])
  /// Items that do not pass; those that lack the field included.
  case not(FilterExpression)

  /// Finds the items that pass.
  ///
  /// - Parameters:
  ///   - universe: How many items the catalogue has.
  ///   - matching: The items that pass one comparison; asked once for each in the tree, from left to right.
  /// - Returns: The items that pass.
  /// - Throws: What `matching` throws.
  /// - Complexity: O(parts × universe / 64) beside `matching`.
  package func items<Failure: Error>(
    universe: Int, matching: (FilterComparison) throws(Failure) -> ItemSet
  ) throws(Failure) -> ItemSet {
    switch self {
    case .comparison(let comparison): return try matching(comparison)
    case .not(let part): return try part.items(universe: universe, matching: matching).complement
    case .all(let parts):
      var set = ItemSet(universe: universe).complement
      for part in parts { set = set.intersection(try part.items(universe: universe, matching: matching)) }
      return set
    case .any(let parts):
      var set = ItemSet(universe: universe)
      for part in parts { set = set.union(try part.items(universe: universe, matching: matching)) }
      return set
    }
  }
}
