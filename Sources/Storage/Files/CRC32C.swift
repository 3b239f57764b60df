import CStorage

/// The CRC-32C checksum (Castagnoli polynomial, reflected; RFC 3720), fed piece by piece.
///
/// Finds bits that flipped on a disk; it is no protection against people.
struct CRC32C {
  private static let hasInstruction = assay_has_crc32c()

  private var state: UInt32 = 0xffff_ffff

  /// The checksum of everything fed so far.
  var value: UInt32 { ~state }

  /// Appends bytes, by the processor's own instruction where it has one.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    if Self.hasInstruction {
      state = assay_crc32c(state, bytes.baseAddress, bytes.count)
    } else {
      updateByTable(bytes)
    }
  }

  /// Appends bytes, eight at a time by table lookup ("slicing by 8", Kounavis and Berry 2005).
  mutating func updateByTable(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    var state = state
    Self.tables.withUnsafeBufferPointer { tables in
      while position + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        let mixed = word ^ UInt64(state)
        state = 0
        for slice in 0..<8 {
          let byte = Int(truncatingIfNeeded: mixed >> UInt64(8 * slice)) & 0xff
          state ^= tables[(7 - slice) * 256 + byte]
        }
        position += 8
      }
      while position < bytes.count {
        state = (state >> 8) ^ tables[Int((state ^ UInt32(bytes[position])) & 0xff)]
        position += 1
      }
    }
    self.state = state
  }

  /// The checksum of the elements as they lie in memory.
  static func checksum<Element: BitwiseCopyable>(of elements: [Element]) -> UInt32 {
    var checksum = CRC32C()
    elements.withUnsafeBytes { checksum.update($0) }
    return checksum.value
  }

  /// Table k holds, for each byte, its effect on the state after k further zero bytes.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var state = UInt32(byte)
      for _ in 0..<8 { state = (state >> 1) ^ (state & 1 == 1 ? 0x82f6_3b78 : 0) }
      tables[byte] = state
    }
    for slice in 1..<8 {
      for byte in 0..<256 {
        let previous = tables[(slice - 1) * 256 + byte]
        tables[slice * 256 + byte] = (previous >> 8) ^ tables[Int(previous & 0xff)]
      }
    }
    return tables
  }()
}
