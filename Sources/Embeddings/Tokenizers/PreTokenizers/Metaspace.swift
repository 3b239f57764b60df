/// SentencePiece's way with spaces: each becomes a visible character that begins a piece.
struct Metaspace: PreTokenizer {
  static let name = "Metaspace"

  /// Which pieces get the character in front although no space was there.
  private enum Prepending: String, CaseIterable {
    case always
    case first
    case never
  }

  private let mark: Unicode.Scalar
  private let prepending: Prepending
  private let cuts: Bool

  init(_ part: ConfigurationPart) throws(EncoderError) {
    mark = try part["replacement"]?.scalar() ?? "\u{2581}"
    cuts = try part.bool("split", standard: true)
    if let scheme = part["prepend_scheme"] {
      guard let prepending = Prepending(rawValue: try scheme.string()) else {
        throw scheme.unsupported("prepend scheme", known: Prepending.allCases.map(\.rawValue))
      }
      self.prepending = prepending
    } else {
      // Files from before 2024.
      prepending = try part.bool("add_prefix_space", standard: true) ? .always : .never
    }
  }

  func cut(_ pieces: Pieces) -> Pieces {
    var marked = Pieces(startsAtOrigin: pieces.startsAtOrigin)
    pieces.forEachRange { piece in
      let isFirst = piece.lowerBound == 0 && pieces.startsAtOrigin
      let first = pieces.scalars[piece.lowerBound]
      if first != " ", first != mark, prepending == .always || (prepending == .first && isFirst) {
        marked.append(mark)
      }
      for scalar in pieces.scalars[piece] { marked.append(scalar == " " ? mark : scalar) }
      marked.endPiece()
    }
    return cuts ? marked.cut(at: LiteralPattern([mark]), .mergedWithNext) : marked
  }
}
