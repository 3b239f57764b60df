/// Appends little-endian numbers, arrays and strings to bytes.
struct ByteWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Appends a number.
  mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends the count of an array, 32 bits, and its elements.
  /// - Precondition: the count fits into 32 bits.
  mutating func append<Number: FixedWidthInteger>(_ values: [Number]) {
    append(UInt32(values.count))
    bytes.reserveCapacity(bytes.count + values.count * MemoryLayout<Number>.size)
    for value in values { append(value) }
  }

  /// Appends strings: their count, their lengths in bytes, and their UTF-8.
  mutating func append(_ strings: [String]) {
    append(strings.map { UInt32($0.utf8.count) })
    for string in strings { bytes.append(contentsOf: string.utf8) }
  }
}
