/// One query of a query set, or one that was typed.
package struct Query: Hashable, Sendable, Identifiable {
  /// The name under which runs and judgments refer to the query.
  package let id: QueryID
  /// What a person would type.
  package let text: String
  /// The slice the query belongs to (`sku`, `visual`, …); `nil` when the set has none.
  package let kind: String?
  /// The evaluation split (`dev`, `test`); `nil` when the set has none.
  package let split: String?
  /// A picture that is the query or belongs to it: a full path, or one relative to the query file; `nil` when there
  /// is none.
  package let image: String?

  /// Makes a query; columns that the set lacks are `nil`.
  package init(
    id: QueryID, text: String, kind: String? = nil, split: String? = nil, image: String? = nil
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.split = split
    self.image = image
  }
}
