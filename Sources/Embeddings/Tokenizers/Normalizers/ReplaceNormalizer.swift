/// Every match of a pattern replaced by a fixed text.
struct ReplaceNormalizer: Normalizer {
  static let names = ["Replace"]

  private let pattern: any TextPattern
  private let content: [Unicode.Scalar]

  init(_ part: ConfigurationPart) throws(EncoderError) {
    let pattern = try part.required("pattern")
    self.pattern = try TextPatterns.read(pattern)
    let content = try part.required("content")
    self.content = Array(try content.string().unicodeScalars)
    if pattern["Regex"] != nil, self.content.contains("$") {
      throw content.mistake("replaces a regular expression by a text with \"$\", which is not supported")
    }
  }

  func normalize(_ text: inout NormalizedText) {
    guard var match = pattern.match(in: text.scalars.span, from: 0) else { return }
    if match.lowerBound == 0, content.isEmpty { text.startsAtOrigin = false }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.scalars.count)
    var start = 0
    while true {
      result.append(contentsOf: text.scalars[start..<match.lowerBound])
      result.append(contentsOf: content)
      start = match.upperBound
      guard let next = pattern.match(in: text.scalars.span, from: start) else { break }
      match = next
    }
    result.append(contentsOf: text.scalars[start...])
    text.scalars = result
  }
}
