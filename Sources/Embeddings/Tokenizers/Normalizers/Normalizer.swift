/// A step that rewrites a text before it is cut into pieces: the section `normalizer` of a `tokenizer.json`.
///
/// Implementations give what the reference implementation (Hugging Face tokenizers 0.23) gives, scalar by scalar.
protocol Normalizer: Sendable {
  /// The values of `type` that this normalizer answers to.
  static var names: [String] { get }

  /// Reads the settings.
  /// - Throws: `EncoderError.malformedModel` that names the place of a setting it can't honour.
  init(_ part: ConfigurationPart) throws(EncoderError)

  /// Rewrites `text`.
  func normalize(_ text: inout NormalizedText)
}

/// Every normalizer there is.
enum Normalizers {
  private static let all: [any Normalizer.Type] = [
    BertNormalizer.self,
    ByteLevelNormalizer.self,
    LowercaseNormalizer.self,
    NormalizerSequence.self,
    PrecompiledNormalizer.self,
    PrependNormalizer.self,
    ReplaceNormalizer.self,
    StripNormalizer.self,
    StripAccentsNormalizer.self,
    UnicodeFormNormalizer.self,
  ]

  /// The normalizer that a part of a file describes.
  static func read(_ part: ConfigurationPart) throws(EncoderError) -> any Normalizer {
    let type = try part.required("type")
    let name = try type.string()
    guard let match = all.first(where: { $0.names.contains(name) }) else {
      throw type.unsupported("normalizer", known: all.flatMap { $0.names })
    }
    return try match.init(part)
  }
}

extension ConfigurationPart {
  /// An error that says a component isn't there and which are.
  func unsupported(_ kind: String, known: [String]) -> EncoderError {
    mistake("the \(kind) \(spelling) is not supported; known are \(known.sorted().joined(separator: ", "))")
  }
}
