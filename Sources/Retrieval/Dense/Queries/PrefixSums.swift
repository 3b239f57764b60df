/// One query's integer inner products with the codes of every row, up to one stop, for each side.
struct PrefixSums: Sendable {
  /// By side, `paddedCount` sums.
  let sides: [SharedArray<Int32>]

  /// The memory they take.
  var bytes: Int { sides.reduce(0) { $0 + $1.count * MemoryLayout<Int32>.size } }
}
