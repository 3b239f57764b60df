import Foundation

/// Different byte strings in ascending order.
struct SortedStrings {
  /// All strings, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each string begins, and where the last one ends.
  private(set) var starts: [UInt64] = [0]

  /// How many strings there are.
  var count: Int { starts.count - 1 }

  /// A string of one of several tables, with its first bytes at hand.
  private struct Reference {
    /// The first eight bytes, the first in the highest place, then zeros.
    let head: UInt64
    let table: Int
    let number: Int
  }

  /// Brings the strings of several tables together.
  /// - Returns: The strings, and for each table the position of each of its strings.
  /// - Complexity: O(n log n).
  static func merge(_ tables: [WordTable]) -> (strings: SortedStrings, positions: [[UInt32]]) {
    var references = tables.enumerated().flatMap { index, table in
      (0..<table.count).map { number in
        Reference(head: table.withBytes(number, head), table: index, number: number)
      }
    }
    references.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      let order = compare(left, right, in: tables)
      return order != 0 ? order < 0 : left.table < right.table
    }
    var strings = SortedStrings()
    var positions = tables.map { [UInt32](repeating: 0, count: $0.count) }
    var previous: Reference?
    for reference in references {
      if previous.map({ compare($0, reference, in: tables) != 0 }) ?? true {
        tables[reference.table].withBytes(reference.number) { strings.bytes.append(contentsOf: $0) }
        strings.starts.append(UInt64(strings.bytes.count))
      }
      positions[reference.table][reference.number] = UInt32(strings.count - 1)
      previous = reference
    }
    return (strings, positions)
  }

  private static func head(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for position in 0..<8 { head = head << 8 | UInt64(position < string.count ? string[position] : 0) }
    return head
  }

  /// Negative, 0 or positive, as `memcmp`; a string comes before all that begin with it.
  private static func compare(_ left: Reference, _ right: Reference, in tables: [WordTable]) -> Int {
    tables[left.table].withBytes(left.number) { left in
      tables[right.table].withBytes(right.number) { right in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count - right.count
        }
        let order = Int(memcmp(first, second, min(left.count, right.count)))
        return order != 0 ? order : left.count - right.count
      }
    }
  }
}
