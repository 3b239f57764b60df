/// One decision of one assessor about one item for one query.
///
/// The journal's line in memory. Decisions are never rewritten: changing or withdrawing one is a later decision
/// about the same query and item, and the last one counts. A withdrawn grade (undo, clear) has `grade == nil`.
package struct Judgment: Hashable, Sendable {
  /// When the decision was made, ISO 8601 in UTC with milliseconds.
  package let time: String
  /// Who decided.
  package let assessor: String
  /// The query's id, from the query set or derived from its text.
  package let queryID: String
  /// The query's text as it was seen.
  package let query: String
  /// The judged item.
  package let item: DocumentID
  /// The `id` of the scale the grade belongs to.
  package let scale: String
  /// The grade, or `nil` when an earlier one is withdrawn.
  package let grade: Int?
  /// A hash of the item's content when it was judged, so that stale judgments can be found.
  package let itemHash: String

  /// Makes a judgment from its parts.
  package init(
    time: String, assessor: String, queryID: String, query: String, item: DocumentID, scale: String,
    grade: Int?, itemHash: String
  ) {
    self.time = time
    self.assessor = assessor
    self.queryID = queryID
    self.query = query
    self.item = item
    self.scale = scale
    self.grade = grade
    self.itemHash = itemHash
  }
}
