extension Searcher {
  /// Scores every eligible item as a plan says, without any cut.
  ///
  /// The items with a score are those of `search` at a depth of the whole catalogue with filters applied during it, in
  /// the same order and with the same scores. With `isQuick`, vectors alone are compared by bytes: an immediate answer,
  /// to be replaced by the certain one.
  ///
  /// - Precondition: As for `search`.
  /// - Complexity: O(items × dimensions) for the dense lane, O(postings) for the lexical one; where lists are fused or
  ///   items are named, as for `search` at that depth.
  package func scoreAll(_ plan: SearchPlan, query: SearchQuery, isQuick: Bool = false) -> ScoredItems {
    guard !query.isEmpty else { return ordered([], scores: [], query, basis: .nothing, .scanned) }
    let eligibleNames = query.named.filter { query.eligible?.contains($0) ?? true }
    if let lane = plan.dense, plan.lexical == nil, eligibleNames.isEmpty {
      return scoreAll(lane, query: query, isQuick: isQuick)
    }
    var whole = plan
    whole.depth = max(1, count)
    let ranking = rank(whole, query: query)
    let (ordinals, scores) = RankKey.split(ranking.keys)
    return ordered(
      ordinals, scores: scores, query, basis: basis(of: plan, ranking), ranking.exactness,
      named: eligibleNames.count)
  }

  private func scoreAll(_ lane: DenseLane, query: SearchQuery, isQuick: Bool) -> ScoredItems {
    let basis = lane.coarse.map { ScoreBasis.shortlist($0.shortlist) } ?? .lane(.dense)
    guard let dense, let vector = query.vector, vector.contains(where: { $0 != 0 }) else {
      return ordered([], scores: [], query, basis: basis, .scanned)
    }
    let found =
      isQuick
      ? dense.findAllQuickly(atLeast: -.infinity, query: vector, lane: lane, within: query.eligible)
      : dense.findAll(atLeast: -.infinity, query: vector, lane: lane, within: query.eligible)
    return ordered(found.ordinals, scores: found.scores, query, basis: basis, found.exactness)
  }

  private func basis(of plan: SearchPlan, _ ranking: FusedRanking) -> ScoreBasis {
    guard ranking.lanes.count == 1, let lane = ranking.lanes.first?.lane else {
      return ranking.lanes.isEmpty
        ? plan.lanes.first.map(ScoreBasis.lane) ?? .nothing : .fused(plan.fusionDepth)
    }
    if lane == .dense, let coarse = plan.dense?.coarse { return .shortlist(coarse.shortlist) }
    return .lane(lane)
  }

  /// Puts the eligible items without a score behind those with one.
  private func ordered(
    _ ordinals: [UInt32], scores: [Float], _ query: SearchQuery, basis: ScoreBasis, _ exactness: Exactness,
    named: Int = 0
  ) -> ScoredItems {
    let scored = ItemSet(ordinals, universe: count).complement
    let rest = query.eligible.map { $0.intersection(scored) } ?? scored
    return ScoredItems(
      ordinals: ordinals + rest.ordinals, scores: scores, named: named, basis: basis, exactness: exactness)
  }
}
