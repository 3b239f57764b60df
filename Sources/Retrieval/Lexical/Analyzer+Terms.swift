extension Analyzer {
  /// The terms of a text, in order and with repetitions: what an index counts, for anybody else's index over the same
  /// terms.
  ///
  /// Stop words are terms like any other. No term has white space in it.
  package func terms(of text: String) -> [String] {
    tokens(of: text).map(termMaker())
  }

  /// The terms that a query looks up: as `terms(of:)`, without stop words unless there is nothing else.
  package func queryTerms(of text: String) -> [String] {
    let tokens = tokens(of: text)
    let telling = tokens.filter { !stopWords.words.contains($0.surface) }
    return (telling.isEmpty ? tokens : telling).map(termMaker())
  }
}
