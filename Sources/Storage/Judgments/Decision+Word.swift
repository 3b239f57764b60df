package import Relevance

extension Decision {
  /// The decisions that are one word.
  private static let words: [(word: String, decision: Decision)] = [
    ("withdrawn", .withdrawn), ("skipped", .skipped), ("cannot-tell", .cannotTell),
    ("flagged", .flagged(true)),
    ("unflagged", .flagged(false)), ("noted", .noted),
  ]

  /// How journals spell the decision; the grade stands beside.
  package var word: String {
    Self.words.first { $0.decision == self }?.word ?? "grade"
  }

  /// The decision that a word means; `nil` for an unknown one, and for `grade`, which says too little.
  package init?(word: String) {
    guard let known = Self.words.first(where: { $0.word == word }) else { return nil }
    self = known.decision
  }
}
