/// Several normalizers one after another.
struct NormalizerSequence: Normalizer {
  static let names = ["Sequence"]

  private let steps: [any Normalizer]

  init(_ part: ConfigurationPart) throws(EncoderError) {
    var steps: [any Normalizer] = []
    for element in try part.required("normalizers").elements() { steps.append(try Normalizers.read(element)) }
    self.steps = steps
  }

  func normalize(_ text: inout NormalizedText) {
    for step in steps { step.normalize(&text) }
  }
}
