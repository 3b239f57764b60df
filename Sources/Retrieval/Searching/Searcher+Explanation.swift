extension Searcher {
  /// Takes one item's score apart, from the same terms it was made of.
  ///
  /// The root's value is the score, its details are the parts: for each lane the fused contribution and below it
  /// the lane's own score by band and side, or by term and field. The rank in the whole answer and in each lane,
  /// from 1 and however deep, is part of the labels.
  ///
  /// - Precondition: As for `search`; `ordinal` is an item.
  package func explain(ordinal: UInt32, plan: SearchPlan, query: SearchQuery) -> Explanation {
    let words = lookUp(query, plan: plan)
    let scoring = score(plan, query: query, words: words)
    guard let score = scoring.score(of: ordinal),
      let index = scoring.ranking.order.firstIndex(of: ordinal)
    else { return Explanation("score: \(absence(plan: plan, query: query))", value: 0) }
    var details = scoring.lanes.compactMap { lane, ranking in
      raw(lane, of: ordinal, plan: plan, query: query, words: words).map {
        let standing = "rank \(ranking.rank(of: ordinal) ?? 0) of \(ranking.count)"
        let raw = Explanation("\($0.label); \(standing)", value: $0.value, details: $0.details)
        return scoring.fusion.explanation(of: lane, ranking: ranking, to: ordinal, raw: raw)
      }
    }
    if scoring.named.contains(ordinal) {
      details.append(Explanation("identifier: the query is this item's name", value: scoring.namedValue))
    }
    let rank = "rank \(index + 1) of \(scoring.ranking.count)"
    return Explanation("score: \(scoring.fusion.label); \(rank)", value: score, details: details)
  }

  private func raw(
    _ lane: Lane, of ordinal: UInt32, plan: SearchPlan, query: SearchQuery, words: LexicalQuery?
  ) -> Explanation? {
    switch lane {
    case .dense:
      guard let lane = plan.dense, let dense, let vector = query.vector else { return nil }
      return dense.explanation(of: ordinal, query: vector, lane: lane)
    case .lexical:
      guard let lane = plan.lexical, let lexical, let words else { return nil }
      return lexical.explanation(of: ordinal, query: words, lane: lane)
    }
  }

  /// Why an item has no score.
  private func absence(plan: SearchPlan, query: SearchQuery) -> String {
    if query.isEmpty { return "none, the query is empty" }
    return switch plan.mode {
    case .dense: "none, the item or the query has no vector"
    case .lexical: "none, no word of the query occurs in the item"
    case .hybrid: "none, no word of the query occurs in the item, and the item or the query has no vector"
    }
  }
}
