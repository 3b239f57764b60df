internal import Relevance

/// An item that the cursor is to go to.
struct SoughtItem: Hashable, Sendable {
  /// The item.
  let id: DocumentID
  /// What it is called where it turns out not to be listed; `nil` when nothing is to be said then.
  var name: String?
}
