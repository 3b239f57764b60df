/// The first of two stages of a dense lane: a cheap comparison that picks the items which the lane itself compares.
///
/// What it costs is judged like any other configuration: an item that the coarse stage misses is lost, however well
/// it would have done in the second.
package struct CoarseStage: Hashable, Sendable {
  /// The length of the prefix compared first; one the encoder declares.
  package var dimensions: Int
  /// The number format compared first.
  package var precision: VectorPrecision
  /// How many of the best items under the coarse comparison the lane goes on with.
  package var shortlist: Int

  /// Makes a coarse stage.
  /// - Precondition: `dimensions` and `shortlist` are positive.
  package init(dimensions: Int, precision: VectorPrecision, shortlist: Int) {
    precondition(dimensions > 0, "dimensions must be positive, not \(dimensions)")
    precondition(shortlist > 0, "a shortlist of \(shortlist) items")
    self.dimensions = dimensions
    self.precision = precision
    self.shortlist = shortlist
  }

  /// The stage in a few words, for a column's head: `64 int8 → top 400`.
  package var summary: String { "\(dimensions) \(precision.rawValue) → top \(shortlist)" }
}
