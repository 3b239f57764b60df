extension Analyzer {
  /// The terms of a text, in order and with repetitions: what an index counts, for anybody else's index over the same
  /// terms.
  ///
  /// Stop words are terms like any other. No term has white space in it.
  package func terms(of text: String) -> [String] {
    spellings(of: tokens(of: text))
  }

  /// The terms that a query looks up: as `terms(of:)`, without stop words unless there is nothing else.
  package func queryTerms(of text: String) -> [String] {
    let tokens = tokens(of: text)
    let telling = tokens.filter { !stopWords.words.contains($0.surface) }
    return spellings(of: telling.isEmpty ? tokens : telling)
  }

  private func spellings(of tokens: [Token]) -> [String] {
    let term = termMaker()
    return tokens.map { String(decoding: term($0), as: UTF8.self) }
  }
}
