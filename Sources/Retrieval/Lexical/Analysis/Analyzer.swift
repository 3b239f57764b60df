/// How text becomes terms, the same for items and queries: fold, split into words, stem.
///
/// Stop words are terms like any other in an index; a query leaves them out unless it has nothing else, so that
/// "the who" can still be found.
package struct Analyzer: Hashable, Sendable {
  package typealias Stemming = Retrieval.Stemming

  /// How words are stemmed.
  package let stemming: Stemming
  /// Words that a query leaves out.
  package let stopWords: StopWordList

  /// Makes an analyzer.
  package init(stemming: Stemming = .english, stopWords: StopWordList = .empty) {
    self.stemming = stemming
    self.stopWords = stopWords
  }

  /// The words of a text, in order.
  func tokens(of text: String) -> [Token] {
    WordSplitter.tokens(of: text)
  }

  /// A function from a token to the term it is indexed under, for one thread.
  func termMaker() -> (Token) -> [UInt8] {
    let stemmer = makeStemmer()
    return { token in
      let word = Array(token.surface.utf8)
      return token.isVerbatim ? word : stemmer?.stem(word) ?? word
    }
  }

  /// A stemmer for one thread; `nil` when words stay as they are.
  func makeStemmer() -> Stemmer? {
    if stemming == .none { return nil }
    guard let stemmer = Stemmer(algorithm: stemming.rawValue) else {
      preconditionFailure("out of memory for the \(stemming.rawValue) stemmer, which libstemmer lists")
    }
    return stemmer
  }
}
