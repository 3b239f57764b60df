/// Combining marks removed; composed letters keep theirs unless decomposed before.
struct StripAccentsNormalizer: Normalizer {
  static let names = ["StripAccents"]

  init(_ part: ConfigurationPart) {}

  func normalize(_ text: inout NormalizedText) {
    text.removeAll(where: \.isCombiningMark)
  }
}
