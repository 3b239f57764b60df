/// The texts that were deleted by words or to an end, to be put back.
struct KillRing: Hashable, Sendable {
  /// The side of the cursor on which a text stood.
  enum Side: Hashable, Sendable {
    case left, right
  }

  /// As many texts as are kept.
  static let capacity = 16

  /// The oldest first.
  private var texts: [String] = []

  /// How many texts there are.
  var count: Int { texts.count }

  /// The text killed so many times before the latest.
  subscript(age: Int) -> String? { texts.indices.contains(age) ? texts[texts.count - 1 - age] : nil }

  /// Keeps a text; `joining` adds it to the latest one, on the side where it stood.
  mutating func take(_ text: String, from side: Side, joining: Bool) {
    guard joining, let last = texts.popLast() else {
      texts.append(text)
      if texts.count > Self.capacity { texts.removeFirst() }
      return
    }
    texts.append(side == .left ? text + last : last + text)
  }
}
