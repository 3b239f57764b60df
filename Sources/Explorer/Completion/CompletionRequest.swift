package import Relevance

/// A wish to know what the text before the cursor of the query line, or of a column's filter, may go on with.
package struct CompletionRequest: Hashable, Sendable {
  /// As many candidates as are shown at most; whoever wants others types on.
  package static let limit = 100

  /// Answers of an older generation are dropped.
  package let generation: Int
  /// The line up to the cursor.
  package let text: String
  /// The items on the glass, which are the likeliest to be named.
  package let shown: [DocumentID]

  /// Whether there is nothing but filters in the line.
  package let isFilter: Bool

  /// Makes a request.
  package init(generation: Int, text: String, shown: [DocumentID] = [], isFilter: Bool = false) {
    self.generation = generation
    self.text = text
    self.shown = shown
    self.isFilter = isFilter
  }
}
