/// A step that cuts a normalized text into pieces, which the model then tokenizes one by one: the section
/// `pre_tokenizer` of a `tokenizer.json`.
///
/// Implementations cut as the reference implementation (Hugging Face tokenizers 0.23) does.
protocol PreTokenizer: Sendable {
  /// The value of `type` that this pre-tokenizer answers to.
  static var name: String { get }

  /// Reads the settings.
  /// - Throws: `EncoderError.malformedModel` that names the place of a setting it can't honour.
  init(_ part: ConfigurationPart) throws(EncoderError)

  /// Cuts every piece further.
  func cut(_ pieces: Pieces) -> Pieces
}

/// Every pre-tokenizer there is.
enum PreTokenizers {
  private static let all: [any PreTokenizer.Type] = [
    BertWords.self,
    ByteLevelWords.self,
    DelimiterCut.self,
    DigitsCut.self,
    Metaspace.self,
    PatternCut.self,
    PreTokenizerSequence.self,
    PunctuationCut.self,
    WhitespaceCut.self,
    WhitespaceWords.self,
  ]

  /// The pre-tokenizer that a part of a file describes.
  static func read(_ part: ConfigurationPart) throws(EncoderError) -> any PreTokenizer {
    let type = try part.required("type")
    let name = try type.string()
    guard let match = all.first(where: { $0.name == name }) else {
      throw type.unsupported("pre-tokenizer", known: all.map { $0.name })
    }
    return try match.init(part)
  }
}
