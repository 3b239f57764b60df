/// A query's words looked up in an index.
package struct LexicalQuery: Hashable, Sendable {
  /// One word of the query.
  struct Term: Hashable, Sendable {
    /// The word as typed, folded; with a trailing `…` when it may be incomplete.
    let label: String
    /// How often the query has the word.
    let count: Int
    /// The terms that stand for the word; an item is scored by its best one.
    let alternatives: [Alternative]
  }

  /// A term that stands for a word of the query.
  struct Alternative: Hashable, Sendable {
    /// The term's number in the vocabulary.
    let term: UInt32
    /// How many items `idf` was derived from.
    let df: Int
    /// The term's weight.
    let idf: Double
  }

  /// The words that the index knows, in order of their first occurrence.
  let terms: [Term]
  /// Whether every expansion of an incomplete word is among its alternatives.
  let isExhaustive: Bool

  /// A score that no item reaches: every word saturated.
  var largestScore: Double {
    terms.reduce(0) { sum, term in
      sum + Double(term.count) * (term.alternatives.map(\.idf).max() ?? 0)
    }
  }

  /// The most words that one query looks up; what follows is ignored.
  static let wordLimit = 256
  /// The most posting entries that the expansions of an incomplete word may have together.
  static let expansionLimit = 262_144
}

extension LexicalIndex {
  /// Looks up the words of a query.
  ///
  /// Stop words are left out unless there is nothing else. With `isTyping`, a last word that reaches the end of the
  /// text is one pseudo-term: it stands for every word it begins, all with the idf of their union, so that rare
  /// expansions do not outweigh common ones; the word itself, complete, keeps its own larger idf. Common expansions
  /// are taken first, and those that would exceed `LexicalQuery.expansionLimit` are left out.
  package func query(_ text: String, isTyping: Bool = false) -> LexicalQuery {
    let tokens = analyzer.tokens(of: text).prefix(LexicalQuery.wordLimit)
    let typed =
      isTyping ? tokens.filter(\.reachesEnd).max { $0.surface.utf8.count < $1.surface.utf8.count } : nil
    let finished = typed == nil ? Array(tokens) : tokens.filter { !$0.reachesEnd }
    let telling = finished.filter { !analyzer.stopWords.words.contains($0.surface) }
    var terms = lookUp(telling.isEmpty && typed == nil ? finished : telling)
    var isExhaustive = true
    if let typed {
      let expansion = expand(typed)
      isExhaustive = expansion.isExhaustive
      if !expansion.term.alternatives.isEmpty { terms.append(expansion.term) }
    }
    return LexicalQuery(terms: terms, isExhaustive: isExhaustive)
  }

  private func lookUp(_ tokens: [Token]) -> [LexicalQuery.Term] {
    let term = analyzer.termMaker()
    var counts: [UInt32: Int] = [:]
    var firsts: [(number: UInt32, label: String)] = []
    for token in tokens {
      guard let number = vocabulary.number(ofTerm: term(token)) else { continue }
      if counts[number] == nil { firsts.append((number, token.surface)) }
      counts[number, default: 0] += 1
    }
    return firsts.map { number, label in
      LexicalQuery.Term(label: label, count: counts[number] ?? 0, alternatives: [alternative(number)])
    }
  }

  private func expand(_ token: Token) -> (term: LexicalQuery.Term, isExhaustive: Bool) {
    let begun = vocabulary.words(beginningWith: token.surface)
      .filter { !analyzer.stopWords.words.contains(vocabulary.words[$0]) }
    let candidates = Set(begun.map { vocabulary.termOfWord[$0] }).sorted {
      (postings.entries(of: $0).count, $1) > (postings.entries(of: $1).count, $0)
    }
    var budget = LexicalQuery.expansionLimit
    let chosen = candidates.filter { term in
      let size = postings.entries(of: term).count
      guard size <= budget else { return false }
      budget -= size
      return true
    }
    let df = unionFrequency(of: chosen)
    let idf = BM25F.idf(df: df, items: count)
    var alternatives = chosen.map { LexicalQuery.Alternative(term: $0, df: df, idf: idf) }
    if let whole = vocabulary.number(ofTerm: analyzer.termMaker()(token)) {
      alternatives.removeAll { $0.term == whole }
      alternatives.insert(alternative(whole), at: 0)
    }
    let term = LexicalQuery.Term(label: token.surface + "…", count: 1, alternatives: alternatives)
    return (term, chosen.count == candidates.count)
  }

  private func alternative(_ term: UInt32) -> LexicalQuery.Alternative {
    let df = Int(postings.documentFrequencies[Int(term)])
    return LexicalQuery.Alternative(term: term, df: df, idf: BM25F.idf(df: df, items: count))
  }

  private func unionFrequency(of terms: [UInt32]) -> Int {
    if terms.count == 1 { return Int(postings.documentFrequencies[Int(terms[0])]) }
    var seen = [Bool](repeating: false, count: count)
    for term in terms {
      for entry in postings.entries(of: term) { seen[Int(postings.items[entry])] = true }
    }
    return seen.count { $0 }
  }
}
