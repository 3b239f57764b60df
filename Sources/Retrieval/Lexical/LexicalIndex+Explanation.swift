extension LexicalIndex {
  /// Takes an item's score apart by term and by field.
  ///
  /// The root's label is the formula with its parameters. A term's score is not a sum over fields, because fields
  /// are combined before saturation; it is shared out in proportion to what each field adds to the term frequency.
  ///
  /// - Returns: An explanation whose value is the score and whose details add up to it, or `nil` when the item has
  ///   no score.
  /// - Precondition: `ordinal` is an item.
  package func explanation(of ordinal: UInt32, query: LexicalQuery, lane: LexicalLane) -> Explanation? {
    guard let score = score(of: ordinal, query: query, lane: lane) else { return nil }
    let formula = self.formula(lane)
    return Explanation(
      "lexical: BM25F, k1 \(lane.k1.brief), b \(lane.b.brief): Σ idf · tf / (k1 + tf), idf ln(1 + (N − df + ½) / (df + ½))",
      value: score,
      details: query.terms.compactMap { explanation(of: $0, in: ordinal, formula: formula) })
  }

  private func explanation(
    of term: LexicalQuery.Term, in item: UInt32, formula: BM25F
  ) -> Explanation? {
    let lists = term.phrase ?? postings
    let scored = term.alternatives.compactMap { alternative in
      let list = lists.list(of: alternative.term)
      return lists.posting(of: item, in: list).map { posting in
        let occurrences = lists.occurrences(at: posting, in: list)
        let frequency = formula.frequency(occurrences, item: item)
        let value = formula.score(frequency, weight: Float(alternative.idf))
        return (alternative, occurrences, frequency, value: value)
      }
    }
    guard let (best, occurrences, frequency, unit) = scored.max(by: { $0.value < $1.value }), unit > 0 else {
      return nil
    }
    let value = Double(term.count) * Double(unit)
    let fields = occurrences.filter { $0.field < self.fields.count }.map { field, occurrences in
      let added = Double(occurrences) * Double(formula.factors.factor(field: field, item: item))
      return Explanation(
        label(of: self.fields[field], occurrences: occurrences, in: item),
        value: value * added / Double(frequency))
    }
    return Explanation(label(of: term, as: best), value: value, details: fields)
  }

  private func label(of field: LexicalField, occurrences: UInt32, in item: UInt32) -> String {
    let average = field.averageLength.brief
    return "\(field.name): \(occurrences) in \(field.lengths[Int(item)]) words (\(average) on average)"
  }

  private func label(
    of term: LexicalQuery.Term, as best: LexicalQuery.Alternative
  ) -> String {
    let stem = term.phrase == nil ? vocabulary.terms[Int(best.term)] : term.label
    let spelling = term.label == stem ? stem : "\(term.label) (\(stem))"
    let times = term.count == 1 ? "" : ", \(term.count) times in the query"
    return "\(spelling): idf \(best.idf.brief), in \(best.df) of \(count) items\(times)"
  }
}
