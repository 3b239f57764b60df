/// Cuts numbers from what is around them, whole or digit by digit.
struct DigitsCut: PreTokenizer {
  static let name = "Digits"

  private let behavior: SplitBehavior

  init(_ part: ConfigurationPart) throws(EncoderError) {
    behavior = try part.bool("individual_digits", standard: false) ? .isolated : .contiguous
  }

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: ClassPattern { $0.isNumeric }, behavior)
  }
}
