/// Two columns that are compared: the right one is measured against the left one.
package struct ColumnPair: Hashable, Sendable {
  /// The column that is the standard.
  package let left: Int
  /// The column that is looked at.
  package let right: Int

  /// Makes a pair.
  package init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }

  /// Every pair of so many columns, each way round, neighbours first; empty with fewer than two.
  static func all(of count: Int) -> [ColumnPair] {
    guard count > 1 else { return [] }
    let pairs = (1..<count).flatMap { distance in
      (0..<(count - distance)).map { ColumnPair(left: $0, right: $0 + distance) }
    }
    return pairs + pairs.map { ColumnPair(left: $0.right, right: $0.left) }
  }
}
