/// What the user says about a model, over whatever its files say.
package struct ModelDeclaration: Hashable, Sendable {
  /// What is put before queries.
  package var queryPrompt: String?
  /// What is put before items.
  package var itemPrompt: String?
  /// How token vectors become one.
  package var pooling: ModelPooling?
  /// The most tokens of a text.
  package var maxTokens: Int?
  /// To which lengths vectors may be cut.
  package var lengths: [Int]?
  /// The model file, relative to the folder.
  package var file: String?
  /// The numbers that the model is computed with.
  package var precision: ModelNumbers = .f32

  /// Says nothing.
  package init() {}
}

/// With what numbers a model is computed.
package enum ModelNumbers: String, CaseIterable, Hashable, Sendable {
  /// Single precision: the same bits on every run.
  case f32
  /// Brain floats, where the processor has them; scores move by some 1e-3.
  case bf16
  /// Weights rounded to bytes.
  case int8
}
