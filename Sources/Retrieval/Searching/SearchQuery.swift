/// What to search for, resolved: words, vector, the items that are named and those that may be answered with.
package struct SearchQuery: Hashable, Sendable {
  /// What the lexical lane reads, with phrases still in quotes.
  package let text: String
  /// The query's embedding at full length; `nil` or all zeros when there is none, and then nothing is scored by
  /// the dense lane.
  package let vector: [Float]?
  /// Whether the last word may still be incomplete, so that it also stands for every word it begins.
  ///
  /// Without effect when the text ends with a space or punctuation.
  package let isTyping: Bool
  /// The items that the query names by id or stock number, ascending; always scored and put first.
  package let named: [UInt32]
  /// The items that filters and exclusions let through, or `nil` for all of them.
  package let eligible: ItemSet?

  /// Whether pictures or items are asked for as examples, which only vectors can be compared with.
  package let hasExamples: Bool

  /// Makes a query; `named` may be in any order.
  package init(
    text: String, vector: [Float]?, isTyping: Bool = false, named: [UInt32] = [], eligible: ItemSet? = nil,
    hasExamples: Bool = false
  ) {
    self.hasExamples = hasExamples
    self.text = text
    self.vector = vector
    self.isTyping = isTyping
    self.named = Set(named).sorted()
    self.eligible = eligible
  }

  /// Whether there is nothing to search for, so that the answer is the catalogue in its own order.
  package var isEmpty: Bool { hasNothingToCompare && !lacksVectors }

  /// Whether only examples are asked for, and no vector was made of them, as for a plan that compares words alone:
  /// nothing answers it.
  package var lacksVectors: Bool { hasNothingToCompare && hasExamples && vector == nil }

  private var hasNothingToCompare: Bool {
    named.isEmpty && text.allSatisfy(\.isWhitespace) && (vector ?? []).allSatisfy { $0 == 0 }
  }

  /// The same query over every item.
  var unfiltered: SearchQuery {
    SearchQuery(text: text, vector: vector, isTyping: isTyping, named: named, hasExamples: hasExamples)
  }
}
