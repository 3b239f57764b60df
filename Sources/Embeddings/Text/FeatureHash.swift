/// Where a text feature lies in the table: folded 64-bit FNV-1a over a type byte and the feature's UTF-8.
///
/// `fnv1a64-fold32` in the weights file. Source: RFC 9923.
struct FeatureHash {
  /// Rows of the table, a power of two.
  static let buckets = 32768

  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts the hash of a feature of one type.
  init(type: Unicode.Scalar) {
    add(type)
  }

  /// Continues with one scalar of the feature.
  @inline(__always)
  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      add(byte: UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in scalar.utf8 { add(byte: byte) }
    }
  }

  /// Continues with several scalars.
  mutating func add(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { add(scalar) }
  }

  /// The table row.
  var bucket: Int {
    Int((state ^ (state >> 32)) & UInt64(Self.buckets - 1))
  }

  private mutating func add(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
