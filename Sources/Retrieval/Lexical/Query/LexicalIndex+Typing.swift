extension LexicalIndex {
  /// A term of the index with its own idf.
  func alternative(_ term: UInt32) -> LexicalQuery.Alternative {
    let df = postings.frequency(of: term)
    return LexicalQuery.Alternative(term: term, df: df, idf: BM25F.idf(df: df, items: count))
  }

  /// What a word that is still being typed stands for; `term` is what it is indexed under if it is complete.
  func expansion(of token: Token, term: [UInt8]) -> (term: LexicalQuery.Term, exactness: Exactness) {
    let candidates = terms(ofWordsBeginningWith: token.surface)
    var budget = LexicalQuery.expansionLimit
    let chosen = candidates.filter { term in
      let size = postings.frequency(of: term)
      guard size <= budget else { return false }
      budget -= size
      return true
    }
    let df = unionFrequency(of: chosen)
    let idf = BM25F.idf(df: df, items: count)
    var alternatives = chosen.map { LexicalQuery.Alternative(term: $0, df: df, idf: idf) }
    if let whole = vocabulary.number(ofTerm: term) {
      alternatives.removeAll { $0.term == whole }
      alternatives.insert(alternative(whole), at: 0)
    }
    let label = token.surface + "…"
    let isExhaustive = chosen.count == candidates.count
    return (
      LexicalQuery.Term(label: label, count: 1, alternatives: alternatives),
      isExhaustive ? .scanned : .approximate("\(label) as \(chosen.count) of its \(candidates.count) words")
    )
  }

  /// The terms of the words with a prefix, without stop words: the commonest first, then by number.
  private func terms(ofWordsBeginningWith prefix: String) -> [UInt32] {
    let range = vocabulary.words.range(beginningWith: Array(prefix.utf8))
    var stopWords = Set(analyzer.stopWords.words.filter { $0.hasPrefix(prefix) })
    var isSeen = ItemSet(universe: termCount)
    var keys: [UInt64] = []
    for word in range {
      let term = vocabulary.termOfWord[word]
      if isSeen.contains(term) { continue }
      if !stopWords.isEmpty, stopWords.remove(vocabulary.words[word]) != nil { continue }
      isSeen.insert(term)
      keys.append(UInt64(UInt32.max - UInt32(postings.frequency(of: term))) << 32 | UInt64(term))
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// In how many items any of the terms occurs.
  private func unionFrequency(of terms: [UInt32]) -> Int {
    if terms.count == 1 { return postings.frequency(of: terms[0]) }
    var words = [UInt64](repeating: 0, count: count / 64 + 1)
    postings.items.withUnsafeBufferPointer { items in
      for term in terms {
        for posting in postings.list(of: term).range {
          let item = min(Int(items[posting]), count)
          words[item / 64] |= 1 << UInt64(item % 64)
        }
      }
    }
    words[count / 64] &= ~(1 << UInt64(count % 64))
    return words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
