/// GPT-2's words, every byte of their UTF-8 written as a visible character.
struct ByteLevelWords: PreTokenizer {
  static let name = "ByteLevel"

  private let addsSpace: Bool
  private let cutsWords: Bool

  init(_ part: ConfigurationPart) throws(EncoderError) {
    addsSpace = try part.bool("add_prefix_space", standard: true)
    cutsWords = try part.bool("use_regex", standard: true)
  }

  func cut(_ pieces: Pieces) -> Pieces {
    var words = addsSpace ? spaced(pieces) : pieces
    if cutsWords { words = words.cut(at: GPT2Words(), .isolated) }
    var result = Pieces(startsAtOrigin: words.startsAtOrigin)
    words.forEachRange { word in
      for scalar in words.scalars[word] {
        if scalar.isASCII {
          result.append(ByteAlphabet.scalars[Int(scalar.value)])
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { result.append(ByteAlphabet.scalars[Int(byte)]) }
        }
      }
      result.endPiece()
    }
    return result
  }

  /// Every piece with a space before it.
  private func spaced(_ pieces: Pieces) -> Pieces {
    var result = Pieces(startsAtOrigin: pieces.startsAtOrigin)
    pieces.forEachRange { piece in
      if pieces.scalars[piece.lowerBound] != " " { result.append(" ") }
      result.append(contentsOf: pieces.scalars[piece])
      result.endPiece()
    }
    return result
  }
}
