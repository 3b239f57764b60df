package import Relevance
package import Retrieval

/// A wish to have the query set ranked by some columns, in the background.
package struct RankQueriesRequest: Hashable, Sendable {
  /// What one column lacks.
  package struct Job: Hashable, Sendable {
    /// The column.
    package let column: Int
    /// What to execute.
    package let plan: SearchPlan
    /// The places of the queries in the set.
    package let places: [Int]
  }

  /// A newer generation ends the work on an older one; answers of an older one are dropped.
  package let generation: Int
  /// The query set.
  package let queries: [Query]
  /// What to rank.
  package let jobs: [Job]
}

/// Some of the rankings that a `RankQueriesRequest` asked for.
package struct RankQueriesReply: Hashable, Sendable {
  /// One query's ranking.
  package struct Answer: Hashable, Sendable {
    /// The place of the query in the set.
    package let place: Int
    /// The items, best first; `nil` when the query can't be answered.
    package let items: [DocumentID]?

    /// Makes an answer.
    package init(place: Int, items: [DocumentID]?) {
      self.place = place
      self.items = items
    }
  }

  /// The generation of the request.
  package let generation: Int
  /// The column.
  package let column: Int
  /// The rankings.
  package let answers: [Answer]

  /// Makes a reply.
  package init(generation: Int, column: Int, answers: [Answer]) {
    self.generation = generation
    self.column = column
    self.answers = answers
  }
}
