internal import Relevance

/// TREC lines on standard output or in a file, with a word about ids that they can't hold as they are.
enum TRECOutput {
  /// How ids are spelled, for help texts.
  static let spelling = """
    Ids come out as they are, except those that TREC's columns can't hold: one with white space, or that begins with %= \
    (a query's also with #), is spelled %= and its harmful bytes as %XX, as in %=a%20b. How many there are is said; \
    Assay reads them back, other tools take them as they stand.
    """

  /// Writes a whole result to `path` or to standard output; spelled ids are counted on standard error.
  static func write(_ text: String, to path: String?) throws {
    try TextOutput.write(text, to: path)
    sayEscapes(in: text)
  }

  /// Says how many ids of TREC lines are spelled in a way that other tools don't know, and the first of them.
  static func sayEscapes(in text: String) {
    let escapes = TRECEscapes(in: text)
    guard let first = escapes.first else { return }
    let names = escapes.count == 1 ? "1 name is" : "\(escapes.count) names are"
    Diagnostics.say(
      "\(names) spelled %= with its blanks and controls as %XX, because TREC columns end at a blank: the first is "
        + "'\(first.token)' for '\(first.id)'; Assay reads them back, other tools take them as they stand")
  }
}
