/// White space removed from the ends.
struct StripNormalizer: Normalizer {
  static let names = ["Strip"]

  private let left: Bool
  private let right: Bool

  init(_ part: ConfigurationPart) throws(EncoderError) {
    left = try part.required("strip_left").bool()
    right = try part.required("strip_right").bool()
  }

  func normalize(_ text: inout NormalizedText) {
    if right {
      let kept = text.scalars.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
      text.scalars.removeSubrange(kept...)
    }
    guard left, let first = text.scalars.first, first.isSpace else { return }
    text.startsAtOrigin = false
    let kept = text.scalars.firstIndex { !$0.isSpace } ?? text.scalars.count
    text.scalars.removeSubrange(..<kept)
  }
}
