/// What a judged item was found to be like when somebody looked at its catalogue, because it was otherwise before.
package struct ItemChange: Hashable, Sendable {
  /// When that was, ISO 8601 in UTC with milliseconds.
  package let time: String
  /// The item.
  package let item: DocumentID
  /// A hash of its content; `nil` when the catalogue did not have it.
  package let hash: String?

  /// Makes a change.
  package init(time: String, item: DocumentID, hash: String?) {
    self.time = time
    self.item = item
    self.hash = hash
  }
}
