/// Pieces between occurrences of one character.
struct DelimiterCut: PreTokenizer {
  static let name = "CharDelimiterSplit"

  private let pattern: LiteralPattern

  init(_ part: ConfigurationPart) throws(EncoderError) {
    pattern = LiteralPattern([try part.required("delimiter").scalar()])
  }

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: pattern, .removed)
  }
}

extension ConfigurationPart {
  /// The only scalar of a string.
  func scalar() throws(EncoderError) -> Unicode.Scalar {
    let scalars = try string().unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { throw unexpected("a single character") }
    return scalar
  }
}
