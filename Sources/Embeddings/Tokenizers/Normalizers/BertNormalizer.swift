/// BERT's cleaning: controls dropped, white space made spaces, ideographs set apart, accents and case removed.
struct BertNormalizer: Normalizer {
  static let names = ["BertNormalizer"]

  private let cleans: Bool
  private let setsIdeographsApart: Bool
  private let stripsAccents: Bool
  private let lowercases: Bool

  init(_ part: ConfigurationPart) throws(EncoderError) {
    cleans = try part.bool("clean_text", standard: true)
    setsIdeographsApart = try part.bool("handle_chinese_chars", standard: true)
    lowercases = try part.bool("lowercase", standard: true)
    stripsAccents = try part.bool("strip_accents", standard: lowercases)
  }

  func normalize(_ text: inout NormalizedText) {
    if cleans { clean(&text) }
    if setsIdeographsApart, text.scalars.contains(where: \.isIdeograph) {
      text.scalars = text.scalars.flatMap { $0.isIdeograph ? [" ", $0, " "] : [$0] }
    }
    if stripsAccents, text.scalars.contains(where: { $0.value >= 0xc0 }) {
      UnicodeForm.canonicallyDecomposed.apply(to: &text.scalars)
      text.removeAll(where: \.isNonspacingMark)
    }
    if lowercases { LowercaseNormalizer.lowercase(&text.scalars) }
  }

  private func clean(_ text: inout NormalizedText) {
    text.removeAll(where: \.isDroppedByCleaning)
    for index in text.scalars.indices where text.scalars[index].isSpace { text.scalars[index] = " " }
  }
}
