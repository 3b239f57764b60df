/// What to search for: the words as typed and, when there is an encoder, their vector.
package struct SearchQuery: Hashable, Sendable {
  /// The text as typed; the lexical lane and identifier routing read it.
  package let text: String
  /// The query's embedding at full length; `nil` or all zeros when there is none, and then nothing is scored by
  /// the dense lane.
  package let vector: [Float]?
  /// Whether the last word may still be incomplete, so that it also stands for every word it begins.
  ///
  /// Without effect when the text ends with a space or punctuation.
  package let isTyping: Bool

  /// Makes a query.
  package init(text: String, vector: [Float]?, isTyping: Bool = false) {
    self.text = text
    self.vector = vector
    self.isTyping = isTyping
  }

  /// Whether there is nothing to search for, so that the answer is the catalogue in its own order.
  var isEmpty: Bool {
    text.allSatisfy(\.isWhitespace) && (vector ?? []).allSatisfy { $0 == 0 }
  }
}
