extension Searcher {
  /// Every eligible item whose score in the plan's dense lane is at least `threshold`, best first, without any cut.
  ///
  /// With `isQuick`, byte vectors are enough: an immediate answer, to be replaced by the certain one.
  ///
  /// - Returns: The items with their score as the only part, or `nil` when there is no dense lane to ask: the plan or
  ///   the catalogue has none, or the query has no vector.
  /// - Precondition: As for `search`.
  package func findAll(
    atLeast threshold: Double, plan: SearchPlan, query: SearchQuery, isQuick: Bool = false
  ) -> SearchOutcome? {
    guard let lane = plan.dense, let dense, let vector = query.vector, vector.contains(where: { $0 != 0 })
    else { return nil }
    let found =
      isQuick
      ? dense.findAllQuickly(atLeast: threshold, query: vector, lane: lane, within: query.eligible)
      : dense.findAll(atLeast: threshold, query: vector, lane: lane, within: query.eligible)
    let list = LaneList(
      zip(found.ordinals, found.scores).map { ($0, Double($1)) }, matched: found.count,
      exactness: found.exactness)
    let items = list.entries.enumerated().map { index, entry in
      RankedItem(
        ordinal: entry.ordinal, rank: index + 1, score: entry.score,
        parts: [
          ScorePart(name: Lane.dense.rawValue, value: entry.score, raw: entry.score, laneRank: entry.rank)
        ])
    }
    return SearchOutcome(items: items, matched: found.count, exactness: found.exactness)
  }
}
