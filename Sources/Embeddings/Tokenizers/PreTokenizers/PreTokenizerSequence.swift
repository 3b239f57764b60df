/// Several pre-tokenizers one after another.
struct PreTokenizerSequence: PreTokenizer {
  static let name = "Sequence"

  private let steps: [any PreTokenizer]

  init(_ part: ConfigurationPart) throws(EncoderError) {
    var steps: [any PreTokenizer] = []
    for element in try part.required("pretokenizers").elements() {
      steps.append(try PreTokenizers.read(element))
    }
    self.steps = steps
  }

  func cut(_ pieces: Pieces) -> Pieces {
    steps.reduce(pieces) { $1.cut($0) }
  }
}
