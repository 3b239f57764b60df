/// The padding that a `tokenizer.json` asks for.
///
/// Assay never applies it by itself: most files carry a leftover of their training (all-MiniLM-L6-v2 would pad a
/// query of two words to 128 tokens), while models with a fixed text length (SigLIP) are wrong without theirs.
package struct DeclaredPadding: Hashable, Sendable {
  /// The length that every text is padded to; `nil` means the longest text of a batch.
  package let length: Int?
  /// Whether the padding goes before the text instead of after it.
  package let isLeading: Bool
  /// The token that fills.
  package let id: Int32

  /// Reads the member `padding`.
  init(_ part: ConfigurationPart) throws(EncoderError) {
    let strategy = try part.required("strategy")
    if let fixed = strategy["Fixed"] {
      length = try fixed.int(in: 0...1 << 24)
    } else {
      guard try strategy.string() == "BatchLongest" else {
        throw strategy.unexpected("\"BatchLongest\" or {\"Fixed\": a length}")
      }
      length = nil
    }
    let direction = part["direction"]
    switch try direction?.string() {
    case nil, "Right": isLeading = false
    case "Left": isLeading = true
    default: throw part.mistake("has a direction that is neither \"Left\" nor \"Right\"")
    }
    id = try part["pad_id"]?.tokenID() ?? 0
  }
}
