/// Takes numbers and lists out of little-endian bytes and refuses to read past their end.
struct ByteReader {
  private let bytes: [UInt8]
  private let path: String
  private var position: Int

  /// Reads from a position on; `path` appears in messages only.
  init(_ bytes: [UInt8], from position: Int, path: String) {
    self.bytes = bytes
    self.position = position
    self.path = path
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == bytes.count }

  /// A number.
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(EncoderError) -> Number {
    var number = Number.zero
    let part = try take(1, of: MemoryLayout<Number>.size)
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: bytes[part]) }
    return Number(littleEndian: number)
  }

  /// How many elements of a list follow, as an unsigned 32-bit number.
  mutating func count() throws(EncoderError) -> Int {
    Int(try number(UInt32.self))
  }

  /// A list of so many elements.
  mutating func list<Element: BitwiseCopyable>(_ count: Int, zero: Element) throws(EncoderError) -> [Element]
  {
    let part = try take(count, of: MemoryLayout<Element>.size)
    var list = [Element](repeating: zero, count: count)
    list.withUnsafeMutableBytes { $0.copyBytes(from: bytes[part]) }
    return list
  }

  private mutating func take(_ count: Int, of size: Int) throws(EncoderError) -> Range<Int> {
    guard count <= (bytes.count - position) / size else {
      throw .malformedModel(path: path, reason: "ends within a list of \(count) elements at byte \(position)")
    }
    defer { position += count * size }
    return position..<position + count * size
  }
}
