/// A random number for each item that stays the same for one seed and one query, whatever ranks the items.
///
/// A sample is the items with the smallest numbers. So a larger sample contains every smaller one, and samples of two
/// rankings of the same catalogue share items wherever they can: what was graded for one counts for the other. See
/// Ohlsson, "Coordination of Samples Using Permanent Random Numbers", in Business Survey Methods, Wiley 1995.
package struct PermanentNumbers: Hashable, Sendable {
  private let start: UInt64

  /// Makes the numbers of a seed and a query.
  package init(seed: UInt64, query: QueryID) {
    start = SeededRandom.mixed(SeededRandom.mixed(seed) ^ FNV1a(query.text).value)
  }

  /// The number of the item with an ordinal.
  package subscript(ordinal: UInt32) -> UInt64 {
    SeededRandom.mixed(start &+ (UInt64(ordinal) &+ 1) &* 0x9e37_79b9_7f4a_7c15)
  }
}
