package import Relevance
package import Retrieval

/// A column that items are taken from.
package struct QueueColumn: Hashable, Sendable {
  /// Its configuration in words.
  package let name: String
  /// What it executes.
  package let plan: SearchPlan

  /// Makes a column.
  package init(name: String, plan: SearchPlan) {
    self.name = name
    self.plan = plan
  }
}

/// What a queue is made of; another scope means another queue.
package struct QueueScope: Hashable, Sendable {
  /// The queries to judge for, in this order.
  package let queries: [Query]
  /// Where the items come from.
  package let columns: [QueueColumn]
  /// How many items of each column.
  package let depth: Int
  /// In which order.
  package let order: LabellingOrder
  /// What impact and stopping point are measured by.
  package let measure: MeasureChoice
  /// The columns that impact and stopping point compare; `nil` when there is only one.
  package let pair: ColumnPair?

  /// Makes a scope.
  package init(
    queries: [Query], columns: [QueueColumn], depth: Int, order: LabellingOrder,
    measure: MeasureChoice = .ndcg, pair: ColumnPair? = nil
  ) {
    self.queries = queries
    self.columns = columns
    self.depth = depth
    self.order = order
    self.measure = measure
    self.pair = pair
  }

  /// Whether both ask for the same items in the same order, so that a queue of one serves for the other but for what
  /// it says about the comparison.
  func asksAlike(_ other: QueueScope?) -> Bool {
    guard let other, queries == other.queries, columns == other.columns, depth == other.depth,
      order == other.order
    else { return false }
    return order != .impact || (measure == other.measure && pair == other.pair)
  }
}

/// A wish for a queue.
package struct QueueRequest: Hashable, Sendable {
  /// Answers of an older generation are dropped.
  package let generation: Int
  /// What to make it of.
  package let scope: QueueScope
  /// What the assessor has said about items of these queries; what is settled is not asked again.
  package let opinions: [QueryID: [DocumentID: Opinion]]
  /// The grades that count.
  package let grades: Qrels
  /// The scale that items are judged on.
  package let scale: Scale
  /// Whether nothing may show who makes an item.
  package let hidesBrand: Bool
  /// An item of one of the queries that has to be there, settled or not.
  package let wanted: DocumentID?

  /// Makes a request.
  package init(
    generation: Int, scope: QueueScope, opinions: [QueryID: [DocumentID: Opinion]], grades: Qrels,
    scale: Scale, hidesBrand: Bool, wanted: DocumentID? = nil
  ) {
    self.generation = generation
    self.scope = scope
    self.opinions = opinions
    self.grades = grades
    self.scale = scale
    self.hidesBrand = hidesBrand
    self.wanted = wanted
  }
}
