/// What a tokenizer makes of one text.
package struct Tokens: Hashable, Sendable {
  /// The tokens' numbers in order, the special tokens around the text included.
  package let ids: [Int32]
  /// How many numbers there were before cutting, the special tokens included.
  package let whole: Int

  /// Whether the text was cut at the end to keep to a limit.
  package var isCut: Bool { ids.count < whole }

  /// Makes a result.
  package init(ids: [Int32], whole: Int) {
    self.ids = ids
    self.whole = whole
  }
}
