/// Something that can be found in a text: what a file spells as a literal or a regular expression.
///
/// There is no general engine for regular expressions: the few that tokenizers use are written by hand, and a file
/// with another one is refused.
protocol TextPattern: Sendable {
  /// The first match at or after `start`, never empty; `nil` when there is none.
  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>?
}

/// Reads patterns.
enum TextPatterns {
  /// The long expressions of known tokenizers, by their exact text.
  private static let known: [String: any TextPattern] = {
    let contractions = "'s|'t|'re|'ve|'m|'ll|'d"
    let clip = contractions + #"|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"#
    let spaces = #"\s*[\r\n]+|\s+(?!\S)|\s+"#
    let others = #" ?[^\s\p{L}\p{N}]+[\r\n]*|"#
    let words = "(?i:" + contractions + #")|[^\r\n\p{L}\p{N}]?\p{L}+|"#
    return [
      clip: CLIPWords(),
      #"<\|startoftext\|>|<\|endoftext\|>|"# + clip: CLIPWords(marks: ["<|startoftext|>", "<|endoftext|>"]),
      contractions + #"| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#: GPT2Words(),
      words + #"\p{N}|"# + others + spaces: TiktokenWords(longestNumber: 1),
      words + #"\p{N}{1,3}|"# + others + spaces: TiktokenWords(longestNumber: 3),
    ]
  }()

  /// The pattern that `{"String": …}` or `{"Regex": …}` describes.
  static func read(_ part: ConfigurationPart) throws(EncoderError) -> any TextPattern {
    if let literal = part["String"] {
      let scalars = Array(try literal.string().unicodeScalars)
      guard !scalars.isEmpty else { throw literal.mistake("is empty and would match everywhere") }
      return LiteralPattern(scalars)
    }
    guard let expression = part["Regex"] else { throw part.unexpected("{\"String\": …} or {\"Regex\": …}") }
    let text = try expression.string()
    if let pattern = known[text] { return pattern }
    guard let pattern = RunPattern(text) else {
      throw expression.mistake("the regular expression \(expression.spelling) is not supported")
    }
    return pattern
  }
}
