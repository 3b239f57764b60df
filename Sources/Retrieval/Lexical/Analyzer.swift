/// How text becomes terms, the same for items and queries: fold, split into words, stem.
///
/// Stop words are terms like any other in an index; a query leaves them out unless it has nothing else, so that
/// "the who" can still be found.
package struct Analyzer: Hashable, Sendable {
  /// How inflected forms of a word are brought together.
  package enum Stemming: String, CaseIterable, Hashable, Sendable {
    /// Words stay as they are.
    case none
    /// The Snowball English ("Porter 2") stemmer.
    case english
  }

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
    WordSplitter(Folding.folded(text)).tokens()
  }

  /// A function from a token to the term it is indexed under, for one thread.
  func termMaker() -> (Token) -> String {
    guard stemming != .none else { return \.surface }
    guard let stemmer = Stemmer(algorithm: stemming.rawValue) else {
      preconditionFailure("libstemmer lacks the \(stemming.rawValue) stemmer")
    }
    return { $0.isVerbatim ? $0.surface : stemmer.stem($0.surface) }
  }
}
