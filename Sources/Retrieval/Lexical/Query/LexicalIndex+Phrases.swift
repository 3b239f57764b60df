extension LexicalIndex {
  /// The items that have a word or phrase in any field.
  ///
  /// The words of the text, stemmed, have to follow each other in one field, as in a quoted phrase of a query;
  /// quotation marks are ignored. A text without words is in no item.
  ///
  /// - Complexity: O(postings of the rarest word × log + its occurrences).
  package func items(containing text: String) -> ItemSet {
    let makeTerm = analyzer.termMaker()
    let tokens = phraseTokens(of: text)
    let terms = tokens.compactMap { vocabulary.number(ofTerm: makeTerm($0)) }
    var set = ItemSet(universe: count)
    guard terms.count == tokens.count, let first = terms.first else { return set }
    let lists = terms.count == 1 ? postings : phrase(terms)
    for posting in lists.list(of: terms.count == 1 ? first : 0).range {
      let item = lists.items[posting]
      if item < count { set.insert(item) }
    }
    return set
  }

  /// The words whose sequence is a phrase: identifiers in their runs, so that it doesn't matter how they are joined.
  func phraseTokens(of text: String) -> [Token] {
    var last: UInt32?
    return analyzer.tokens(of: text).filter { token in
      defer { last = token.position }
      return token.position != last
    }
  }

  /// Where terms follow each other: the postings of one pseudo-term, number 0.
  func phrase(_ terms: [UInt32]) -> PostingLists {
    recentPhrases.value(for: terms) {
      var finder = PhraseFinder(terms: terms, index: self)
      return finder.postings()
    }
  }
}
