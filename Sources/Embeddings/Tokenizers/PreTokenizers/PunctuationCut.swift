/// Cuts at punctuation.
struct PunctuationCut: PreTokenizer {
  static let name = "Punctuation"

  private let behavior: SplitBehavior

  init(_ part: ConfigurationPart) throws(EncoderError) {
    if let behavior = part["behavior"] {
      self.behavior = try SplitBehavior(behavior)
    } else {
      behavior = .isolated
    }
  }

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: ClassPattern { $0.isPunctuation }, behavior)
  }
}
