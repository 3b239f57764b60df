/// Words between white space, each punctuation mark a piece of its own.
struct BertWords: PreTokenizer {
  static let name = "BertPreTokenizer"

  init(_ part: ConfigurationPart) {}

  func cut(_ pieces: Pieces) -> Pieces {
    var startsAtOrigin = pieces.startsAtOrigin
    if let first = pieces.scalars.first, first.isSpace { startsAtOrigin = false }
    var result = Pieces(startsAtOrigin: startsAtOrigin)
    pieces.forEachRange { piece in
      for scalar in pieces.scalars[piece] {
        if scalar.isSpace {
          result.endPiece()
        } else if scalar.isPunctuation {
          result.endPiece()
          result.append(scalar)
          result.endPiece()
        } else {
          result.append(scalar)
        }
      }
      result.endPiece()
    }
    return result
  }
}
