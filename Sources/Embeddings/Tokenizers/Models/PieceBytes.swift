/// Pieces as UTF-8, the form in which vocabularies know their tokens.
struct PieceBytes {
  /// The bytes of all pieces, one piece after another.
  private(set) var bytes: [UInt8] = []
  /// Where each piece ends in `bytes`, ascending.
  private(set) var ends: [Int] = []

  /// Encodes pieces.
  init(_ pieces: Pieces) {
    bytes.reserveCapacity(pieces.scalars.count * 2)
    ends.reserveCapacity(pieces.ends.count)
    pieces.forEachRange { piece in
      for scalar in pieces.scalars[piece] { bytes.append(scalar: scalar) }
      ends.append(bytes.count)
    }
  }
}

extension [UInt8] {
  /// Appends a scalar's UTF-8.
  @inline(__always)
  mutating func append(scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      append(contentsOf: encoded)
    }
  }
}

extension UInt8 {
  /// How many bytes the scalar has whose UTF-8 begins with this byte.
  @inline(__always)
  var scalarLength: Int {
    self < 0x80 ? 1 : self < 0xe0 ? 2 : self < 0xf0 ? 3 : 4
  }
}
