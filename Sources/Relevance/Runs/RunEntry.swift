/// One document of a run with its score.
package struct RunEntry: Hashable, Sendable {
  /// The document.
  package let document: DocumentID
  /// Larger is better; comparable within one query of one run only.
  package let score: Double

  /// Makes an entry.
  package init(document: DocumentID, score: Double) {
    self.document = document
    self.score = score
  }
}
