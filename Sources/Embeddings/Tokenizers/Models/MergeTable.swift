/// The rules of byte pair encoding by the pair they join: an open hash table.
struct MergeTable: Sendable {
  /// What a pair becomes and how urgent that is.
  struct Rule {
    /// The place in the list of rules; the lowest goes first.
    let rank: Int32
    /// The token that replaces the pair.
    let result: Int32
  }

  private var pairs: [UInt64]
  private var rules: [UInt64]
  private let mask: Int

  /// A key that no pair of token numbers has.
  private static let free = UInt64.max

  /// Collects rules; of two for one pair the later counts.
  init(_ merges: [ModelTables.Merge]) {
    var size = 16
    while size < merges.count * 2 { size *= 2 }
    mask = size - 1
    pairs = [UInt64](repeating: Self.free, count: size)
    rules = [UInt64](repeating: 0, count: size)
    for (rank, merge) in merges.enumerated() {
      let slot = slot(of: Self.key(merge.left, merge.right))
      pairs[slot] = Self.key(merge.left, merge.right)
      rules[slot] = Self.key(Int32(rank), merge.result)
    }
  }

  @inline(__always)
  private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let hash = key &* 0x9e37_79b9_7f4a_7c15
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while pairs[slot] != key, pairs[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  /// The rule for two neighbours.
  @inline(__always)
  subscript(left: Int32, right: Int32) -> Rule? {
    let slot = slot(of: Self.key(left, right))
    guard pairs[slot] != Self.free else { return nil }
    return Rule(
      rank: Int32(truncatingIfNeeded: rules[slot] >> 32), result: Int32(truncatingIfNeeded: rules[slot]))
  }
}
