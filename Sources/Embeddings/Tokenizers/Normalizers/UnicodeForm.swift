internal import Foundation

/// A Unicode normalization form, with the tables of Unicode 9 as the reference has them.
enum UnicodeForm: String, CaseIterable {
  case canonicallyComposed = "NFC"
  case canonicallyDecomposed = "NFD"
  case compatiblyComposed = "NFKC"
  case compatiblyDecomposed = "NFKD"

  /// Every scalar below is its own form and never combines with the one before it.
  private var firstAffected: UInt32 {
    switch self {
    case .canonicallyComposed: 0x300
    case .canonicallyDecomposed: 0xc0
    case .compatiblyComposed, .compatiblyDecomposed: 0xa0
    }
  }

  /// Brings `scalars` into this form.
  ///
  /// A scalar that Unicode 9 did not know stays as it is and separates what is around it.
  func apply(to scalars: inout [Unicode.Scalar]) {
    guard scalars.contains(where: { $0.value >= firstAffected }) else { return }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var start = 0
    for (index, scalar) in scalars.enumerated() where !scalar.isAssigned(by: 9) {
      append(scalars[start..<index], to: &result)
      result.append(scalar)
      start = index + 1
    }
    append(scalars[start...], to: &result)
    scalars = result
  }

  private func append(_ run: ArraySlice<Unicode.Scalar>, to result: inout [Unicode.Scalar]) {
    if run.allSatisfy({ $0.value < firstAffected }) { return result.append(contentsOf: run) }
    result.append(contentsOf: form(of: String(run)).unicodeScalars)
  }

  private func form(of text: String) -> String {
    switch self {
    case .canonicallyComposed: text.precomposedStringWithCanonicalMapping
    case .canonicallyDecomposed: text.decomposedStringWithCanonicalMapping
    case .compatiblyComposed: text.precomposedStringWithCompatibilityMapping
    case .compatiblyDecomposed: text.decomposedStringWithCompatibilityMapping
    }
  }
}

/// One of the four Unicode normalization forms.
struct UnicodeFormNormalizer: Normalizer {
  static let names = UnicodeForm.allCases.map(\.rawValue)

  private let form: UnicodeForm

  init(_ part: ConfigurationPart) throws(EncoderError) {
    let type = try part.required("type")
    guard let form = UnicodeForm(rawValue: try type.string()) else {
      throw type.unsupported("normalizer", known: Self.names)
    }
    self.form = form
  }

  func normalize(_ text: inout NormalizedText) {
    form.apply(to: &text.scalars)
  }
}
