/// A set of items of one catalogue, one bit for each ordinal: what a filter lets through, what a query excludes.
package struct ItemSet: Hashable, Sendable {
  /// How many items the catalogue has, in the set or not.
  package let universe: Int
  /// Ordinal `i` is bit `i % 64` of word `i / 64`; bits from `universe` on are 0.
  package private(set) var words: [UInt64]

  /// Makes a set without any item of a catalogue of `universe` items.
  package init(universe: Int) {
    self.universe = universe
    words = [UInt64](repeating: 0, count: (universe + 63) / 64)
  }

  /// Makes a set from its bits, as `words` describes them.
  /// - Precondition: there are as many words as the universe needs, and no bit beyond it is set.
  package init(words: [UInt64], universe: Int) {
    precondition(
      words.count == (universe + 63) / 64
        && (universe.isMultiple(of: 64) || (words.last ?? 0) >> UInt64(universe % 64) == 0),
      "\(words.count) words for \(universe) items")
    self.universe = universe
    self.words = words
  }

  /// Makes a set of the given items.
  /// - Precondition: every ordinal is below `universe`.
  package init(_ ordinals: some Sequence<UInt32>, universe: Int) {
    self.init(universe: universe)
    for ordinal in ordinals { insert(ordinal) }
  }

  /// How many items are in the set.
  /// - Complexity: O(universe / 64).
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether no item is in the set.
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether an item is in the set.
  package func contains(_ ordinal: UInt32) -> Bool {
    words[Int(ordinal / 64)] >> UInt64(ordinal % 64) & 1 == 1
  }

  /// Puts an item into the set.
  /// - Precondition: `ordinal` is below `universe`.
  package mutating func insert(_ ordinal: UInt32) {
    precondition(ordinal < universe, "item \(ordinal) of \(universe)")
    words[Int(ordinal / 64)] |= 1 << UInt64(ordinal % 64)
  }

  /// Every item of the catalogue that is not in this set.
  package var complement: ItemSet {
    var set = self
    for index in words.indices { set.words[index] = ~words[index] }
    if !universe.isMultiple(of: 64) { set.words[words.count - 1] &= (1 << UInt64(universe % 64)) - 1 }
    return set
  }

  /// The items in both sets.
  /// - Precondition: both are of the same catalogue.
  package func intersection(_ other: ItemSet) -> ItemSet { combined(other) { $0 & $1 } }

  /// The items in either set.
  /// - Precondition: both are of the same catalogue.
  package func union(_ other: ItemSet) -> ItemSet { combined(other) { $0 | $1 } }

  /// The ordinals in the set, ascending.
  /// - Complexity: O(universe / 64 + count).
  package var ordinals: [UInt32] {
    var ordinals: [UInt32] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        ordinals.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return ordinals
  }

  private func combined(_ other: ItemSet, _ combine: (UInt64, UInt64) -> UInt64) -> ItemSet {
    precondition(universe == other.universe, "sets over \(universe) and \(other.universe) items")
    var set = self
    for index in words.indices { set.words[index] = combine(words[index], other.words[index]) }
    return set
  }
}
