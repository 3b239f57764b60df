/// Executes search plans over one catalogue, exhaustively, and explains the scores it gives.
///
/// Every item is scored, so an answer does not depend on how deep it is. The order is total: score descending,
/// then ordinal ascending, with scores rounded to float32. May be used from several threads at once.
package struct Searcher: Sendable {
  /// The embeddings, or `nil` when the catalogue has none.
  package let dense: DenseIndex?
  /// The postings, or `nil` when the catalogue has no text.
  package let lexical: LexicalIndex?
  /// The names that find an item directly.
  package let identifiers: IdentifierTable
  /// How many items there are.
  package let count: Int

  /// What an item that the query names gets on top of its fused score; fused scores and cosines stay within −1…2.
  ///
  /// Where the score is BM25F itself, the largest BM25F score that the query could reach is added.
  package static let identifierValue = 10.0

  /// Makes a searcher.
  /// - Precondition: indexes, where present, and identifiers are about the same `count` items.
  package init(dense: DenseIndex?, lexical: LexicalIndex?, identifiers: IdentifierTable, count: Int) {
    precondition(
      dense == nil || dense?.count == count, "embeddings of \(dense?.count ?? 0) items, not \(count)")
    precondition(
      lexical == nil || lexical?.count == count, "postings of \(lexical?.count ?? 0) items, not \(count)")
    precondition(identifiers.isWithin(count), "identifiers of items beyond the \(count) indexed")
    self.dense = dense
    self.lexical = lexical
    self.identifiers = identifiers
    self.count = count
  }

  /// Ranks the catalogue.
  ///
  /// A lane that scores nothing (no vector, no matching word, no such index) leaves the other lane's scores as they
  /// are. An empty query answers with the catalogue in its own order, scored 0 and without parts.
  ///
  /// - Precondition: the plan's dimensions, if any, are among those of the dense index; the query's vector, if any,
  ///   has its full length.
  /// - Complexity: O(count × row length) for a new vector; O(count) when only the plan changed.
  package func search(_ plan: SearchPlan, query: SearchQuery) -> SearchOutcome {
    if query.isEmpty { return browse(depth: plan.depth) }
    let words = lookUp(query, plan: plan)
    let scoring = score(plan, query: query, words: words)
    let items = scoring.ranking.order.prefix(plan.depth).enumerated().map { index, ordinal in
      RankedItem(
        ordinal: ordinal, rank: index + 1, score: scoring.score(of: ordinal) ?? 0,
        parts: scoring.parts(of: ordinal))
    }
    return SearchOutcome(
      items: items, matched: scoring.ranking.count, isExact: words?.isExhaustive ?? true)
  }

  /// Where one item stands, however deep, or `nil` when nothing scored it.
  /// - Precondition: As for `search`; `ordinal` is an item.
  package func place(of ordinal: UInt32, plan: SearchPlan, query: SearchQuery) -> RankedItem? {
    let scoring = score(plan, query: query, words: lookUp(query, plan: plan))
    guard let score = scoring.score(of: ordinal),
      let index = scoring.ranking.order.firstIndex(of: ordinal)
    else { return nil }
    return RankedItem(ordinal: ordinal, rank: index + 1, score: score, parts: scoring.parts(of: ordinal))
  }

  /// Scores and ranks every item.
  func score(_ plan: SearchPlan, query: SearchQuery, words: LexicalQuery?) -> Scoring {
    var lanes: [(lane: Lane, ranking: LaneRanking)] = []
    if let lane = plan.dense, let dense, let vector = query.vector {
      lanes.append((.dense, LaneRanking(dense.scores(of: vector, lane: lane))))
    }
    if let lane = plan.lexical, let lexical, let words {
      lanes.append((.lexical, LaneRanking(lexical.scores(of: words, lane: lane))))
    }
    lanes.removeAll { $0.ranking.count == 0 }
    let isLexicalAlone = lanes.count == 1 && lanes[0].lane == .lexical
    return Scoring(
      lanes: lanes, fusion: fusion(of: plan, over: lanes.map(\.lane)),
      named: identifiers.ordinals(named: query.text),
      namedValue: Self.identifierValue + (isLexicalAlone ? words?.largestScore ?? 0 : 0), count: count)
  }

  /// The query's words in the lexical index, when the plan wants them.
  func lookUp(_ query: SearchQuery, plan: SearchPlan) -> LexicalQuery? {
    plan.lexical == nil ? nil : lexical?.query(query.text, isTyping: query.isTyping)
  }

  private func fusion(of plan: SearchPlan, over lanes: [Lane]) -> any LaneFusion {
    guard lanes.count > 1 else { return SingleLane() }
    return switch plan.fusion {
    case .weighted(let lexicalShare): WeightedFusion(lexicalShare: lexicalShare)
    case .reciprocalRank(let k): ReciprocalRankFusion(k: k)
    }
  }

  private func browse(depth: Int) -> SearchOutcome {
    let items = (0..<UInt32(min(depth, count))).map {
      RankedItem(ordinal: $0, rank: Int($0) + 1, score: 0, parts: [])
    }
    return SearchOutcome(items: items, matched: count, isExact: true)
  }
}
