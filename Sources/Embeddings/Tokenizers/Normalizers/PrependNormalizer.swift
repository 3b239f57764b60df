/// Something put before every text that is not empty.
struct PrependNormalizer: Normalizer {
  static let names = ["Prepend"]

  private let prefix: [Unicode.Scalar]

  init(_ part: ConfigurationPart) throws(EncoderError) {
    prefix = Array(try part.required("prepend").string().unicodeScalars)
  }

  func normalize(_ text: inout NormalizedText) {
    if !text.scalars.isEmpty { text.scalars.insert(contentsOf: prefix, at: 0) }
  }
}
