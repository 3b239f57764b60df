extension Searcher {
  /// Finds out where an item stands in each lane and in the answer, and what it would need to be in the answer.
  ///
  /// What a lane would have to give is worked out with everything else as it is: the other lane's part, the scales
  /// of the lists, and the score of the last item answered with. Of an item that a filter leaves out, and under a plan
  /// that filters afterwards, ranks are those among all items.
  ///
  /// - Precondition: As for `search`; `ordinal` is an item.
  package func whyNot(ordinal: UInt32, plan: SearchPlan, query: SearchQuery) -> WhyNot {
    let isEligible = query.eligible?.contains(ordinal) ?? true
    let asked = isEligible && plan.filtering == .during ? query : query.unfiltered
    var deep = plan
    if case .after(let factor) = plan.filtering, query.eligible != nil {
      deep = plan.deepened(by: factor, count: count)
    }
    let ranking = rank(deep, query: asked)
    let answered = ranking.keys.prefix(deep.depth).enumerated()
      .filter { !isEligible || query.eligible?.contains($1.ordinal) ?? true }.prefix(plan.depth)
    let isListed = isEligible && answered.contains { $1.ordinal == ordinal }
    let reached = ranking.keys.prefix(deep.depth).enumerated().suffix(1).filter {
      $0.offset + 1 == deep.depth
    }
    let bar = answered.count == plan.depth ? answered.last : reached.last
    let challenge = Challenge(ordinal: ordinal, bar: bar?.element, ranking: ranking)
    let retrievers = retrievers(deep, query: asked)
    let lanes = plan.lanes.map { lane in
      standing(
        of: challenge, in: lane, retriever: retrievers.first { $0.lane == lane }, query: asked,
        isListed: isListed)
    }
    let rank = ranking.rank(of: ordinal)
    return WhyNot(
      ordinal: ordinal,
      verdict: verdict(isEligible: isEligible, isListed: isListed, isRanked: rank != nil, lanes: lanes),
      lanes: lanes, rank: rank, score: ranking.score(of: ordinal), matched: ranking.matched,
      depth: plan.depth,
      last: bar.map {
        WhyNot.Rival(ordinal: $0.element.ordinal, rank: $0.offset + 1, score: Double($0.element.score))
      })
  }

  private func verdict(
    isEligible: Bool, isListed: Bool, isRanked: Bool, lanes: [LaneStanding]
  ) -> WhyNot.Verdict {
    if !isEligible { return .filtered }
    if isListed { return .listed }
    if isRanked { return .outranked }
    if lanes.contains(where: { $0.rank != nil }) { return .beyondLists }
    return lanes.contains { $0.score != nil } ? .notShortlisted : .unscored
  }

  private func standing(
    of challenge: Challenge, in lane: Lane, retriever: (any LaneRetriever)?, query: SearchQuery,
    isListed: Bool
  ) -> LaneStanding {
    let ordinal = challenge.ordinal
    let lanes = challenge.ranking.lanes
    let listed = lanes.first { $0.lane == lane }
    let score = retriever?.score(of: ordinal)
    return LaneStanding(
      lane: lane, score: score, rank: retriever?.rank(of: ordinal), matched: listed?.list.matched ?? 0,
      listed: listed?.list.entries.count ?? 0,
      contribution: listed.flatMap { listed in
        listed.entry(of: ordinal).map {
          listed.rule.summand(
            score: $0.score, rank: $0.rank, lists: FusedRanking.lists(of: ordinal, in: lanes))
        }
      },
      absence: score == nil ? absence(from: lane, query: query) : nil,
      need: isListed ? nil : listed.flatMap(challenge.need))
  }

  /// Why a lane has no score for an item that no filter leaves out.
  private func absence(from lane: Lane, query: SearchQuery) -> LaneStanding.Absence {
    switch lane {
    case .dense:
      guard dense != nil else { return .noIndex }
      return (query.vector ?? []).allSatisfy { $0 == 0 } ? .noQueryVector : .noItemVector
    case .lexical:
      guard let lexical else { return .noIndex }
      let words = lexical.query(query.text, isTyping: query.isTyping)
      return words.terms.isEmpty ? .noQueryTerm : .noItemTerm
    }
  }
}
