/// Executes search plans over one catalogue and explains the scores it gives.
///
/// The order is total: score descending, then ordinal ascending, with scores rounded to float32; the beginning of an
/// answer does not depend on how deep it is. May be used from several threads at once.
package struct Searcher: Sendable {
  /// The embeddings, or `nil` when the catalogue has none.
  package let dense: DenseIndex?
  /// The postings, or `nil` when the catalogue has no text.
  package let lexical: LexicalIndex?
  /// How many items there are.
  package let count: Int

  /// Makes a searcher.
  /// - Precondition: indexes, where present, are about the same `count` items.
  package init(dense: DenseIndex?, lexical: LexicalIndex?, count: Int) {
    precondition(
      dense == nil || dense?.count == count, "embeddings of \(dense?.count ?? 0) items, not \(count)")
    precondition(
      lexical == nil || lexical?.count == count, "postings of \(lexical?.count ?? 0) items, not \(count)")
    self.dense = dense
    self.lexical = lexical
    self.count = count
  }

  /// Ranks the catalogue.
  ///
  /// A plan with one lane ranks every eligible item that the lane scores. A plan with two fuses the best
  /// `plan.fusionDepth` items of each, and what neither list has is no part of the answer; a lane that scores nothing
  /// (no vector, no matching word, no such index) leaves the other lane's answer as it is, scores too. Named items
  /// come first, whether or not a lane scores them. An empty query answers with the catalogue in its own order,
  /// scored 0 and without parts.
  ///
  /// - Precondition: the plan's dimensions, if any, are among those of the dense index; the query's vector, if any,
  ///   has its full length; named and eligible items are items.
  package func search(_ plan: SearchPlan, query: SearchQuery) -> SearchOutcome {
    if query.isEmpty { return browse(depth: plan.depth, eligible: query.eligible) }
    let ranking = rank(plan, query: query)
    let outcome = SearchOutcome(
      items: ranking.items(plan.depth), matched: ranking.matched, exactness: ranking.exactness)
    guard let eligible = query.eligible, case .after(let factor) = plan.filtering else { return outcome }
    return filterAfterwards(plan, query: query, eligible: eligible, oversampling: factor, truth: outcome)
  }

  /// Retrieves and fuses the plan's lanes.
  func rank(_ plan: SearchPlan, query: SearchQuery) -> FusedRanking {
    let named = query.named.filter { query.eligible?.contains($0) ?? true }
    let retrievers = retrievers(plan, query: query)
    let limit = retrievers.count == 1 ? plan.depth : plan.fusionDepth.limit(count: count)
    let listed = retrievers.map { ($0, $0.top(limit)) }.filter { !$0.1.entries.isEmpty }
    guard listed.count == 1, let (retriever, list) = listed.first else {
      let rules = plan.fusion.rules
      let lanes = listed.map { retriever, list in
        ListedLane(
          retriever: retriever, list: list, rule: rules.rule(for: retriever.lane, over: list), isAlone: false)
      }
      return FusedRanking(lanes: lanes, fusion: rules, named: named)
    }
    let isDeepEnough = list.entries.count >= min(plan.depth, list.matched)
    let whole = isDeepEnough ? list : retriever.top(plan.depth)
    let alone = SingleLane()
    let lane = ListedLane(
      retriever: retriever, list: whole, rule: alone.rule(for: retriever.lane, over: whole), isAlone: true)
    return FusedRanking(lanes: [lane], fusion: alone, named: named)
  }

  /// The lanes that the plan asks for and the indexes have, for a query's vector and words.
  func retrievers(_ plan: SearchPlan, query: SearchQuery) -> [any LaneRetriever] {
    var retrievers: [any LaneRetriever] = []
    if let settings = plan.dense, let dense, let vector = query.vector {
      retrievers.append(
        DenseRetriever(index: dense, vector: vector, settings: settings, eligible: query.eligible))
    }
    if let settings = plan.lexical, let lexical {
      let words = lexical.query(query.text, isTyping: query.isTyping)
      retrievers.append(
        LexicalRetriever(index: lexical, words: words, settings: settings, eligible: query.eligible))
    }
    return retrievers
  }

  /// Ranks everything deeper than asked for, and filters what comes out.
  private func filterAfterwards(
    _ plan: SearchPlan, query: SearchQuery, eligible: ItemSet, oversampling: Int, truth: SearchOutcome
  ) -> SearchOutcome {
    let deep = plan.deepened(by: oversampling, count: count)
    let kept = rank(deep, query: query.unfiltered).items(deep.depth)
      .filter { eligible.contains($0.ordinal) }.prefix(plan.depth)
    let found = Set(kept.map(\.ordinal))
    let lost = truth.items.count { !found.contains($0.ordinal) }
    return SearchOutcome(
      items: kept.enumerated().map { index, item in
        RankedItem(ordinal: item.ordinal, rank: index + 1, score: item.score, parts: item.parts)
      },
      matched: truth.matched, exactness: .approximate("filtered after ×\(oversampling), \(lost) lost"),
      lost: lost)
  }

  private func browse(depth: Int, eligible: ItemSet?) -> SearchOutcome {
    let ordinals = eligible.map { Array($0.ordinals.prefix(depth)) } ?? Array(0..<UInt32(min(depth, count)))
    let items = ordinals.enumerated().map {
      RankedItem(ordinal: $1, rank: $0 + 1, score: 0, parts: [])
    }
    return SearchOutcome(items: items, matched: eligible?.count ?? count, exactness: .scanned)
  }
}
