package import Relevance

/// Where one relevant item stands for one query, in a coarse first stage and in the full ranking.
package struct FunnelPlace: Hashable, Sendable {
  /// The query's id.
  package let query: QueryID
  /// The item.
  package let document: DocumentID
  /// Its grade.
  package let grade: Int
  /// Its place at full length in float32, from 1, ties by catalogue order; `nil` when it has no vector there.
  package let fullRank: Int?
  /// Its place under the coarse comparison, from 1, ties by catalogue order: the smallest shortlist that keeps it; `nil`
  /// when no shortlist can, because it has no vector or a filter leaves it out.
  package let coarseRank: Int?

  /// Makes a place.
  package init(query: QueryID, document: DocumentID, grade: Int, fullRank: Int?, coarseRank: Int?) {
    self.query = query
    self.document = document
    self.grade = grade
    self.fullRank = fullRank
    self.coarseRank = coarseRank
  }
}
