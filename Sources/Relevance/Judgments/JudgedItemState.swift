/// What became of an item since it was judged.
package enum JudgedItemState: String, CaseIterable, Hashable, Sendable {
  /// The item is as it was.
  case unchanged
  /// The item has other content now.
  case changed
  /// The item is no longer there.
  case vanished
  /// The item is as it was, and was otherwise in between.
  case returned
  /// The judgment does not say what the item was like.
  case unknown

  /// Whether the judgment is about something that is no longer so.
  package var isStale: Bool { self == .changed || self == .vanished }
}
