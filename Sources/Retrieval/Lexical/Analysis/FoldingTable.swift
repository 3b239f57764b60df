/// Folded spellings of the scalars that fold the same whatever stands beside them.
///
/// Latin, Greek and Cyrillic letters and common symbols: their decompositions hold no mark that folding keeps, so
/// that the canonical order of marks, the one thing that depends on neighbours, can't matter.
struct FoldingTable: Sendable {
  /// The one table, made on first use.
  static let shared = FoldingTable()

  private static let ranges: [ClosedRange<UInt32>] = [0...0x482, 0x1e00...0x2bff]
  /// Turns the `и` before it into `й`, which a table can't see.
  private static let breve: UInt32 = 0x306

  /// By scalar: the length in the lowest byte, then up to seven bytes; `missing` where there is no entry.
  private let entries: [UInt64]
  private static let missing = UInt64.max

  private init() {
    entries = (0...0x2bff as ClosedRange<UInt32>).map { value in
      guard Self.ranges.contains(where: { $0.contains(value) }), value != Self.breve,
        let scalar = Unicode.Scalar(value)
      else { return Self.missing }
      var bytes: [UInt8] = []
      Folding.foldSlowly(String(scalar), into: &bytes)
      guard bytes.count <= 7 else { return Self.missing }
      return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } << 8 | UInt64(bytes.count)
    }
  }

  /// Appends the folded text, or returns `false`, with any part of it appended, when it has a scalar outside the
  /// table.
  func fold(_ text: String, into bytes: inout [UInt8]) -> Bool {
    for scalar in text.unicodeScalars {
      guard scalar.value < entries.count else { return false }
      var entry = entries[Int(scalar.value)]
      guard entry != Self.missing else { return false }
      for _ in 0..<entry & 0xff {
        entry >>= 8
        bytes.append(UInt8(truncatingIfNeeded: entry))
      }
    }
    return true
  }
}
