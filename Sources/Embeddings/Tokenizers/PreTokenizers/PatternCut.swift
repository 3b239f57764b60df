/// Cuts at a pattern that the file gives.
struct PatternCut: PreTokenizer {
  static let name = "Split"

  private let pattern: any TextPattern
  private let behavior: SplitBehavior
  private let isInverted: Bool

  init(_ part: ConfigurationPart) throws(EncoderError) {
    pattern = try TextPatterns.read(try part.required("pattern"))
    behavior = try SplitBehavior(try part.required("behavior"))
    isInverted = try part.bool("invert", standard: false)
  }

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: pattern, behavior, inverted: isInverted)
  }
}
