/// An inverted index over the text fields of a catalogue, scored by BM25F with parameters that may change with
/// every query.
///
/// Built by `LexicalIndexBuilder` or read back from `serialized()`.
package struct LexicalIndex: Sendable {
  /// How text becomes terms.
  package let analyzer: Analyzer
  /// How many items there are.
  package let count: Int

  let fields: [LexicalField]
  let vocabulary: Vocabulary
  let postings: PostingLists
  private let recentFormulas = RecentlyUsed<LexicalLane, BM25F>(capacity: 4)

  init(
    analyzer: Analyzer, count: Int, fields: [LexicalField], vocabulary: Vocabulary, postings: PostingLists
  ) {
    self.analyzer = analyzer
    self.count = count
    self.fields = fields
    self.vocabulary = vocabulary
    self.postings = postings
  }

  /// The names of the indexed fields, in order.
  package var fieldNames: [String] { fields.map(\.name) }

  /// How many different terms there are.
  package var termCount: Int { vocabulary.terms.count }

  /// Scores every item that has a term of the query in a field of positive weight.
  /// - Complexity: O(items + postings of the query's terms).
  package func scores(of query: LexicalQuery, lane: LexicalLane) -> LaneScores {
    let formula = self.formula(lane)
    var totals = [Double](repeating: 0, count: count)
    for term in query.terms {
      if term.alternatives.count == 1 {
        let weight = Double(term.count) * term.alternatives[0].idf
        postings.forEachItem(of: term.alternatives[0].term, formula: formula) { item, frequency in
          totals[item] += weight * formula.saturated(frequency)
        }
      } else {
        addBest(of: term, formula: formula, to: &totals)
      }
    }
    return LaneScores(totals.map { $0 > 0 ? $0 : .nan })
  }

  /// The items that have every word of a text, stemmed, in any field; none for a text without words.
  /// - Complexity: O(items + postings of the words).
  package func items(containing text: String) -> ItemSet {
    let term = analyzer.termMaker()
    var found: ItemSet?
    for token in analyzer.tokens(of: text) {
      var items = ItemSet(universe: count)
      if let number = vocabulary.number(ofTerm: term(token)) {
        for entry in postings.entries(of: number) { items.insert(postings.items[entry]) }
      }
      found = found?.intersection(items) ?? items
    }
    return found ?? ItemSet(universe: count)
  }

  /// The formula under a lane's parameters.
  func formula(_ lane: LexicalLane) -> BM25F {
    recentFormulas.value(for: lane) { BM25F(lane, fields: fields) }
  }

  /// Adds the best alternative of a term to the items that have any.
  private func addBest(of term: LexicalQuery.Term, formula: BM25F, to totals: inout [Double]) {
    var best = [Double](repeating: 0, count: count)
    for alternative in term.alternatives {
      postings.forEachItem(of: alternative.term, formula: formula) { item, frequency in
        best[item] = max(best[item], alternative.idf * formula.saturated(frequency))
      }
    }
    for item in totals.indices { totals[item] += Double(term.count) * best[item] }
  }
}
