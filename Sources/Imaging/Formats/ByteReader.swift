/// Reads a file's numbers one after the other, never past its end.
struct ByteReader {
  private let bytes: [UInt8]
  private var offset: Int

  /// Begins at an offset.
  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next byte; `nil` at the end.
  mutating func byte() -> UInt8? {
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// The next two bytes as a number, the low one first.
  mutating func word() -> Int? { number(bytes: 2) }

  /// The next bytes as a number, the lowest first.
  mutating func number(bytes count: Int) -> Int? {
    take(count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The next bytes; `nil` when there are fewer.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  /// Leaves bytes out; `false` when there are fewer.
  mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  /// The contents of blocks that each begin with their length, up to one of length 0 or the end of the file.
  mutating func takeBlocks() -> [UInt8] {
    var contents: [UInt8] = []
    while let length = byte(), length > 0 {
      guard let block = take(Int(length)) else {
        contents += bytes[offset...]
        offset = bytes.count
        break
      }
      contents += block
    }
    return contents
  }
}
