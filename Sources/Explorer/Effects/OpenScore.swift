package import Relevance
package import Retrieval

/// A wish to see what one query's score is made of: the ranking under a plan, with what its items are called.
package struct OpenScoreRequest: Hashable, Sendable {
  /// Answers of an older generation are dropped.
  package let generation: Int
  /// The query.
  package let query: Query
  /// What ranks it.
  package let plan: SearchPlan
  /// Items whose titles are wanted, found or not.
  package let judged: [DocumentID]

  /// Makes a request.
  package init(generation: Int, query: Query, plan: SearchPlan, judged: [DocumentID]) {
    self.generation = generation
    self.query = query
    self.plan = plan
    self.judged = judged
  }
}

/// The answer to an `OpenScoreRequest`.
package struct OpenScoreReply: Hashable, Sendable {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// The items, best first, and what these and the judged ones are called.
    case ranked([DocumentID], titles: [DocumentID: String])
    /// Why the query can't be ranked.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// The outcome.
  package let outcome: Outcome

  /// Makes a reply.
  package init(generation: Int, _ outcome: Outcome) {
    self.generation = generation
    self.outcome = outcome
  }
}
