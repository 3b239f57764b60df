/// Collects numbers and lists as little-endian bytes.
struct ByteWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Appends one number.
  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends the elements of a list one after another, as they lie in memory (little-endian hosts only, as are all
  /// supported).
  mutating func append<Element: BitwiseCopyable>(contentsOf list: [Element]) {
    list.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
