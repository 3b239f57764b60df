extension Searcher {
  /// Takes one item's score apart, from the same terms it was made of.
  ///
  /// The root's value is the score. Where lists are fused, its details are what each list adds, with the item's rank
  /// in it, and its background is the lanes' own scores by band and side, or by term and field; where one lane stands
  /// alone, its score is the detail. Ranks, from 1 and however deep, are part of the labels. Under a plan that filters
  /// afterwards, scores and ranks are those before the filter.
  ///
  /// - Precondition: As for `search`; `ordinal` is an item.
  package func explain(ordinal: UInt32, plan: SearchPlan, query: SearchQuery) -> Explanation {
    if query.isEmpty { return Explanation("score: none, the query is empty", value: 0) }
    let asked = plan.filtering == .during ? query : query.unfiltered
    guard asked.eligible?.contains(ordinal) ?? true else {
      return Explanation("score: none, a filter of the query leaves the item out", value: 0)
    }
    let ranking = rank(plan, query: asked)
    guard let score = ranking.score(of: ordinal), let rank = ranking.rank(of: ordinal) else {
      return Explanation(
        "score: \(absence(plan: plan, ranking: ranking))", value: 0,
        background: backgrounds(of: ordinal, from: retrievers(plan, query: asked)))
    }
    var details = ranking.lanes.compactMap { summand($0, to: ordinal, ranking: ranking) }
    if ranking.named.contains(ordinal) {
      details.append(Explanation("identifier: the query is this item's name", value: ranking.namedValue))
    }
    let isFused = ranking.lanes.count > 1
    return Explanation(
      "score: \(ranking.fusion.label); rank \(rank) of \(ranking.matched)", value: score, details: details,
      background: isFused ? backgrounds(of: ordinal, from: ranking.lanes.map(\.retriever)) : [])
  }

  /// What a lane adds: its own score in detail when it stands alone, else the summand with its arithmetic.
  private func summand(_ lane: ListedLane, to ordinal: UInt32, ranking: FusedRanking) -> Explanation? {
    guard let entry = lane.entry(of: ordinal) else { return nil }
    let standing = lane.standing(rank: entry.rank)
    guard ranking.lanes.count > 1 else {
      return lane.retriever.explanation(of: ordinal).map {
        Explanation("\($0.label); \(standing)", value: $0.value, combines: $0.combines, details: $0.details)
      }
    }
    let lists = FusedRanking.lists(of: ordinal, in: ranking.lanes)
    return lane.rule.explanation(
      of: lane.lane, score: entry.score, rank: entry.rank, lists: lists, standing: standing)
  }

  private func backgrounds(of ordinal: UInt32, from retrievers: [any LaneRetriever]) -> [Explanation] {
    retrievers.compactMap { $0.explanation(of: ordinal) }
  }

  /// Why an item has no score.
  private func absence(plan: SearchPlan, ranking: FusedRanking) -> String {
    if ranking.lanes.count > 1 { return "none, in neither list's top \(plan.fusionDepth)" }
    return switch plan.mode {
    case .dense: "none, the item or the query has no vector"
    case .lexical: "none, no word of the query occurs in the item"
    case .hybrid: "none, no word of the query occurs in the item, and the item or the query has no vector"
    }
  }
}
