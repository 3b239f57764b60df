package import Relevance

/// One item to judge for one query, with all that the assessor gets to see of it.
package struct LabelTask: Hashable, Sendable {
  /// The query judged for.
  package let query: Query
  /// The item; of its brand nothing is left where that is hidden.
  package let card: ItemCard
  /// The other fields worth reading, likewise.
  package let fields: [ItemField]
  /// The columns that found it in words, and the highest rank it has there.
  package let seen: Sighting
  /// Its rank in each column, from 1; `nil` where it is not among those looked at.
  package let ranks: [Int?]

  /// Makes a task.
  package init(query: Query, card: ItemCard, fields: [ItemField], seen: Sighting, ranks: [Int?]) {
    self.query = query
    self.card = card
    self.fields = fields
    self.seen = seen
    self.ranks = ranks
  }

  /// Whether both are about the same item for the same query.
  func isSamePair(as other: LabelTask) -> Bool {
    query.id == other.query.id && card.id == other.card.id
  }
}

/// Items to judge in the order in which they come, and how much they matter.
package struct LabelQueue: Hashable, Sendable {
  /// What is to be judged, the next one first.
  package let tasks: [LabelTask]
  /// How many items of the pool were settled before.
  package let settled: Int
  /// How far the comparison of the chosen columns is decided; `nil` when there is nothing to compare.
  package let stopping: StoppingPoint?

  /// Makes a queue.
  package init(tasks: [LabelTask], settled: Int, stopping: StoppingPoint? = nil) {
    self.tasks = tasks
    self.settled = settled
    self.stopping = stopping
  }
}

/// How far the making of a queue has come.
package struct QueueProgress: Hashable, Sendable {
  /// The generation of the request.
  package let generation: Int
  /// How many queries are ranked.
  package let done: Int
  /// How many there are.
  package let total: Int
  /// How much of the vectors that ranking needs is derived, 0…1; `nil` when nothing has to be.
  package let derivation: Double?

  /// Makes a progress.
  package init(generation: Int, done: Int, total: Int, derivation: Double? = nil) {
    self.generation = generation
    self.done = done
    self.total = total
    self.derivation = derivation
  }
}
