/// One decision of one assessor about one item for one query.
///
/// The journal's line in memory. Decisions are never rewritten: changing or withdrawing one is a later decision
/// about the same query and item, and the last one counts (`Decision` says which replaces which).
package struct Judgment: Hashable, Sendable {
  /// When the decision was made, ISO 8601 in UTC with milliseconds.
  package let time: String
  /// Who decided.
  package let assessor: String
  /// The query's id, from the query set or derived from its text.
  package let queryID: QueryID
  /// The query's text as it was seen.
  package let query: String
  /// The judged item.
  package let item: DocumentID
  /// The `id` of the scale the grade belongs to.
  package let scale: String
  /// What was decided.
  package let decision: Decision
  /// What the assessor wrote beside it; `nil` leaves an earlier note as it is, an empty one erases it.
  package let note: String?
  /// A hash of the item's content when it was judged, so that stale judgments can be found; empty when the item was
  /// not at hand.
  package let itemHash: String
  /// Where the item was seen; `nil` when that is not known.
  package let seen: Sighting?
  /// Whether score, rank and column were hidden from the assessor.
  package let isBlind: Bool
  /// How long the assessor looked at the item, in milliseconds; `nil` when that is not known.
  package let milliseconds: Int?
  /// Where the judgment comes from.
  package let source: JudgmentSource
  /// The name that all decisions of one import share, so that it can be undone; `nil` for a decision of its own.
  package let batch: String?

  /// Makes a judgment from its parts; without the later ones it is a person's decision about which no more is known.
  package init(
    time: String, assessor: String, queryID: QueryID, query: String, item: DocumentID, scale: String,
    decision: Decision, note: String? = nil, itemHash: String, seen: Sighting? = nil, isBlind: Bool = false,
    milliseconds: Int? = nil, source: JudgmentSource = .human, batch: String? = nil
  ) {
    self.time = time
    self.assessor = assessor
    self.queryID = queryID
    self.query = query
    self.item = item
    self.scale = scale
    self.decision = decision
    self.note = note
    self.itemHash = itemHash
    self.seen = seen
    self.isBlind = isBlind
    self.milliseconds = milliseconds
    self.source = source
    self.batch = batch
  }

  /// Whether the decision is one of the batch of this name.
  package func belongs(to batch: String) -> Bool {
    self.batch.map(OpaqueName.init) == OpaqueName(batch)
  }

  /// The grade given; `nil` for every other decision.
  package var grade: Int? { decision.grade }
}
