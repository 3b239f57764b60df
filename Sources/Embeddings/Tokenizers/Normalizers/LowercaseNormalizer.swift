/// Lower case scalar by scalar, without regard to neighbours: Σ at a word's end becomes σ.
struct LowercaseNormalizer: Normalizer {
  static let names = ["Lowercase"]

  init(_ part: ConfigurationPart) {}

  func normalize(_ text: inout NormalizedText) {
    Self.lowercase(&text.scalars)
  }

  /// Lowers every scalar; one may become several.
  static func lowercase(_ scalars: inout [Unicode.Scalar]) {
    guard scalars.allSatisfy(\.isASCII) else {
      var result: [Unicode.Scalar] = []
      result.reserveCapacity(scalars.count)
      for scalar in scalars {
        if scalar.isASCII {
          result.append(lowered(scalar))
        } else {
          result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
      scalars = result
      return
    }
    for index in scalars.indices { scalars[index] = lowered(scalars[index]) }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }
}
