/// Reads what `ByteWriter` wrote, and believes none of it: every count is checked against the bytes that are left
/// before anything is allocated.
struct ByteReader {
  /// The position of the next byte.
  private var offset = 0
  private let bytes: [UInt8]
  private let base: Int
  private var end: Int { bytes.count }

  /// Reads bytes that begin at `base` of the whole file, which messages count from.
  init(_ bytes: [UInt8], offset base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// The next number.
  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(LexicalIndexError) -> Number {
    try array(count: 1)[0]
  }

  /// The next counted array.
  mutating func array<Number: FixedWidthInteger>(
    of type: Number.Type = Number.self
  ) throws(LexicalIndexError) -> [Number] {
    try array(count: Int(try number(UInt32.self)))
  }

  /// The next `count` numbers.
  mutating func array<Number: FixedWidthInteger>(count: Int) throws(LexicalIndexError) -> [Number] {
    let size = MemoryLayout<Number>.size
    guard count <= (end - offset) / size else {
      throw failure("\(count) numbers of \(size) bytes are announced, \(end - offset) bytes are left")
    }
    let start = offset
    offset += count * size
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map {
        Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * size, as: Number.self))
      }
    }
  }

  /// The next counted strings.
  mutating func strings() throws(LexicalIndexError) -> [String] {
    let lengths = try array(of: UInt32.self)
    var strings: [String] = []
    strings.reserveCapacity(lengths.count)
    for length in lengths {
      guard Int(length) <= end - offset else {
        throw failure("a string of \(length) bytes is announced, \(end - offset) bytes are left")
      }
      let slice = bytes[offset..<offset + Int(length)]
      guard let string = String(validating: slice, as: UTF8.self) else { throw failure("not UTF-8") }
      strings.append(string)
      offset += Int(length)
    }
    return strings
  }

  /// Fails unless everything was read.
  func finish() throws(LexicalIndexError) {
    if offset != end { throw failure("\(end - offset) bytes too many") }
  }

  /// An error at the current position.
  func failure(_ reason: String) -> LexicalIndexError {
    .malformed(offset: base + offset, reason: reason)
  }
}
