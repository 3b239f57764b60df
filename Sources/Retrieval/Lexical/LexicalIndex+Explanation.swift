extension LexicalIndex {
  /// Takes an item's score apart by term and by field.
  ///
  /// A term's score is not a sum over fields, because fields are combined before saturation; it is shared out in
  /// proportion to what each field adds to the term frequency.
  ///
  /// - Returns: An explanation whose details add up to `scores(of:lane:)`, or `nil` when the item has no score.
  /// - Precondition: `ordinal` is an item.
  package func explanation(of ordinal: UInt32, query: LexicalQuery, lane: LexicalLane) -> Explanation? {
    let formula = self.formula(lane)
    let terms = query.terms.compactMap { explanation(of: $0, in: ordinal, formula: formula) }
    guard !terms.isEmpty else { return nil }
    return Explanation(
      "lexical: BM25F, k1 \(lane.k1.brief), b \(lane.b.brief)",
      value: terms.reduce(0) { $0 + $1.value }, details: terms)
  }

  private func explanation(
    of term: LexicalQuery.Term, in item: UInt32, formula: BM25F
  ) -> Explanation? {
    let scored = term.alternatives.map { alternative in
      let frequency = postings.entries(of: alternative.term, in: item).reduce(0.0) { sum, entry in
        sum + formula.frequency(of: postings.occurrences[entry], field: postings.fields[entry], item: item)
      }
      return (alternative, frequency, value: alternative.idf * formula.saturated(frequency))
    }
    guard let (best, frequency, unit) = scored.max(by: { $0.value < $1.value }), unit > 0 else { return nil }
    let value = Double(term.count) * unit
    let fields = postings.entries(of: best.term, in: item).map { entry in
      explanation(ofEntry: entry, shareOf: value, frequency: frequency, formula: formula)
    }
    return Explanation(label(of: term, as: best), value: value, details: fields)
  }

  private func explanation(
    ofEntry entry: Int, shareOf value: Double, frequency: Double, formula: BM25F
  ) -> Explanation {
    let item = postings.items[entry]
    let field = fields[Int(postings.fields[entry])]
    let occurrences = postings.occurrences[entry]
    let added = formula.frequency(of: occurrences, field: postings.fields[entry], item: item)
    let length = field.lengths[Int(item)]
    return Explanation(
      "\(field.name): \(occurrences) in \(length) words (\(field.averageLength.brief) on average)",
      value: value * added / frequency)
  }

  private func label(of term: LexicalQuery.Term, as best: LexicalQuery.Alternative) -> String {
    let stem = vocabulary.terms[Int(best.term)]
    let spelling = term.label == stem ? stem : "\(term.label) (\(stem))"
    let times = term.count == 1 ? "" : ", \(term.count) times in the query"
    return "\(spelling): idf \(best.idf.brief), in \(best.df) of \(count) items\(times)"
  }
}
