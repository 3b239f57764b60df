package import Relevance
package import Retrieval

/// A wish to have worked out what an open mean does not say yet: how far other queries would have moved it, and where
/// the scores were lost when their rankings are not at hand.
package struct OpenMeanRequest: Hashable, Sendable {
  /// One of the scores.
  struct Topic: Hashable, Sendable {
    let query: Query
    let score: Double
    let grades: [DocumentID: Int]
  }

  /// Answers of an older generation are dropped.
  package let generation: Int
  /// What ranks the queries.
  package let plan: SearchPlan
  let measure: MeasureChoice
  let topics: [Topic]
  /// Whether the queries have to be ranked to see where the scores were lost.
  let asksForLosses: Bool

  /// Works the answer out; takes milliseconds, and the time of a search for each query that has to be ranked.
  ///
  /// - Parameters:
  ///   - isCancelled: whether to leave off.
  ///   - rank: the items that the plan finds for a query, best first; throws for one that can't be read.
  /// - Returns: what the mean lacked, or `nil` when it was left off.
  package func answer(
    isCancelled: () -> Bool = { false }, ranking rank: (Query) throws -> [DocumentID]
  ) -> OpenMeanReply? {
    // In the order in which the commands take queries, so that the interval is theirs.
    let scores = topics.sorted { $0.query.id < $1.query.id }.map(\.score)
    var losses: [ScoreLoss?]?
    if asksForLosses {
      let measure = measure.measure
      var found: [ScoreLoss?] = []
      for topic in topics {
        if isCancelled() { return nil }
        let ranking = try? rank(topic.query)
        found.append(
          ranking.flatMap { ScoreLoss(measure, JudgedRanking(ranking: $0, grades: topic.grades)) })
      }
      losses = found
    }
    return OpenMeanReply(
      generation: generation, interval: Bootstrap(seed: ComparePairRequest.seed).interval(ofMean: scores),
      losses: losses)
  }
}

/// The answer to an `OpenMeanRequest`.
package struct OpenMeanReply: Hashable, Sendable {
  /// The generation of the request.
  package let generation: Int
  /// The interval of the mean; `nil` of a single score.
  package let interval: Interval?
  /// Where each score was lost, in the order of the scores that were sent; `nil` when that was not asked for.
  package let losses: [ScoreLoss?]?
}
