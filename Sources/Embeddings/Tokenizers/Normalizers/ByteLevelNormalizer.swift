/// Every byte of the text's UTF-8 written as a visible character.
struct ByteLevelNormalizer: Normalizer {
  static let names = ["ByteLevel"]

  init(_ part: ConfigurationPart) {}

  func normalize(_ text: inout NormalizedText) {
    text.scalars = text.scalars.flatMap { scalar in UTF8.encode(scalar).map(Array.init) ?? [] }
      .map { ByteAlphabet.scalars[Int($0)] }
  }
}

/// GPT-2's alphabet: a visible character for each of the 256 bytes.
enum ByteAlphabet {
  /// The character of each byte: itself where it is visible in Latin-1, else the next one from U+0100.
  static let scalars: [Unicode.Scalar] = {
    var next: UInt8 = 0
    return (UInt8.min...UInt8.max).map { byte in
      switch byte {
      case 0x21...0x7e, 0xa1...0xac, 0xae...0xff: return Unicode.Scalar(byte)
      default:
        defer { next += 1 }
        return Unicode.Scalar(0x100 + UInt16(next)) ?? "?"
      }
    }
  }()
}
