extension LexicalIndex {
  /// Looks up the words and quoted phrases of a query.
  ///
  /// Stop words are left out unless there is nothing else. A phrase in quotation marks is one pseudo-term: it occurs
  /// where its words, stemmed, follow each other in a field, stop words included; a phrase of one word is that word.
  ///
  /// With `isTyping`, a last word that reaches the end of the text is one pseudo-term too: it stands for every word
  /// it begins, all with the idf of their union, so that rare expansions do not outweigh common ones; the word
  /// itself, complete, keeps its own larger idf. Common expansions are taken first, and those that would exceed
  /// `LexicalQuery.expansionLimit` postings are left out.
  package func query(_ text: String, isTyping: Bool = false) -> LexicalQuery {
    // Every column of an explorer looks the same text up.
    recentQueries.value(for: LexicalQuery.Source(text: text, isTyping: isTyping)) {
      read(text, isTyping: isTyping)
    }
  }

  private func read(_ text: String, isTyping: Bool) -> LexicalQuery {
    var reader = LexicalQueryReader(index: self)
    let parts = QueryText(text).parts
    for (number, part) in parts.enumerated() {
      if part.isPhrase {
        reader.readPhrase(part.text)
      } else {
        reader.readWords(part.text, isTyping: isTyping && number == parts.count - 1)
      }
    }
    return reader.query()
  }
}

/// Gathers the terms of a query, part by part.
private struct LexicalQueryReader {
  private let index: LexicalIndex
  private let makeTerm: (Token) -> [UInt8]
  private var wordsLeft = LexicalQuery.wordLimit

  private enum Key: Hashable {
    case word(UInt32)
    case phrase([UInt32])
  }

  private struct Found {
    let key: Key
    let label: String
    let isStopWord: Bool
  }

  private var found: [Found] = []
  private var typed: Token?

  init(index: LexicalIndex) {
    self.index = index
    makeTerm = index.analyzer.termMaker()
  }

  mutating func readWords(_ text: String, isTyping: Bool) {
    let tokens = index.analyzer.tokens(of: text).prefix(wordsLeft)
    wordsLeft -= tokens.count
    if isTyping {
      typed = tokens.filter(\.reachesEnd).max { $0.surface.utf8.count < $1.surface.utf8.count }
    }
    for token in tokens where typed == nil || !token.reachesEnd {
      guard let term = index.vocabulary.number(ofTerm: makeTerm(token)) else { continue }
      let isStopWord = index.analyzer.stopWords.words.contains(token.surface)
      found.append(Found(key: .word(term), label: token.surface, isStopWord: isStopWord))
    }
  }

  mutating func readPhrase(_ text: String) {
    let tokens = index.phraseTokens(of: text).prefix(wordsLeft)
    wordsLeft -= tokens.count
    let terms = tokens.compactMap { index.vocabulary.number(ofTerm: makeTerm($0)) }
    guard terms.count == tokens.count, let first = terms.first else { return }
    let label = "“" + tokens.map(\.surface).joined(separator: " ") + "”"
    found.append(
      Found(key: terms.count == 1 ? .word(first) : .phrase(terms), label: label, isStopWord: false))
  }

  func query() -> LexicalQuery {
    let telling = found.filter { !$0.isStopWord }
    let counted = telling.isEmpty && typed == nil ? found : telling
    let counts = Dictionary(counted.map { ($0.key, 1) }, uniquingKeysWith: +)
    var seen: Set<Key> = []
    var terms = counted.filter { seen.insert($0.key).inserted }.compactMap { found in
      term(found.key, label: found.label, count: counts[found.key] ?? 1)
    }
    var exactness = Exactness.scanned
    if let typed {
      let expansion = index.expansion(of: typed, term: makeTerm(typed))
      exactness = expansion.exactness
      if !expansion.term.alternatives.isEmpty { terms.append(expansion.term) }
    }
    return LexicalQuery(terms: terms, exactness: exactness)
  }

  private func term(_ key: Key, label: String, count: Int) -> LexicalQuery.Term? {
    switch key {
    case .word(let term):
      return LexicalQuery.Term(label: label, count: count, alternatives: [index.alternative(term)])
    case .phrase(let terms):
      let postings = index.phrase(terms)
      let df = postings.frequency(of: 0)
      if df == 0 { return nil }
      let alternative = LexicalQuery.Alternative(term: 0, df: df, idf: BM25F.idf(df: df, items: index.count))
      return LexicalQuery.Term(label: label, count: count, alternatives: [alternative], phrase: postings)
    }
  }
}
