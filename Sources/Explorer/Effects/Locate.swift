package import Relevance
package import Retrieval

/// A wish to know where a column ranks an item that it does not list.
package struct LocateRequest: Hashable, Sendable {
  /// Answers of an older generation are dropped.
  package let generation: Int
  /// The column, from 0.
  package let column: Int
  /// The item.
  package let ordinal: UInt32
  /// The query.
  package let query: Query
  /// The column's plan.
  package let plan: SearchPlan
  /// How finished the query was.
  package let typing: Typing

  /// Makes a request.
  package init(
    generation: Int, column: Int, ordinal: UInt32, query: Query, plan: SearchPlan, typing: Typing
  ) {
    self.generation = generation
    self.column = column
    self.ordinal = ordinal
    self.query = query
    self.plan = plan
    self.typing = typing
  }
}

/// The answer to a `LocateRequest`.
package struct LocateReply: Hashable, Sendable {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// Where the item stands, and why not in the list.
    case found(WhyNot)
    /// Why that is not known.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// What came of it.
  package let outcome: Outcome

  /// Makes a reply.
  package init(generation: Int, _ outcome: Outcome) {
    self.generation = generation
    self.outcome = outcome
  }
}
