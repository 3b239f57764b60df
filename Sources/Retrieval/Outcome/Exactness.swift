/// What is known about a list being the top of the full ranking under its plan.
package enum Exactness: Hashable, Sendable {
  /// Every eligible item was scored as the plan says; nothing had to be proven.
  case scanned
  /// Items were chosen by byte vectors and scored in float32, and an error bound shows that no other item can
  /// belong into the list; `shortlist` items were scored.
  case proven(shortlist: Int)
  /// The plan itself asks for something that may miss items, such as a coarse first stage or a filter applied
  /// afterwards; the text says what, in a few words.
  case approximate(String)

  /// Whether the list is the top of the full ranking for certain.
  package var isExact: Bool {
    if case .approximate = self { return false }
    return true
  }

  /// The same in a few words: `exact`, `exact, proven with 400 items`, `approximate: filtered after ×3, 4 lost`.
  package var summary: String {
    switch self {
    case .scanned: "exact"
    case .proven(let shortlist): "exact, proven with \(shortlist) item\(shortlist == 1 ? "" : "s")"
    case .approximate(let reason): "approximate: \(reason)"
    }
  }

  /// What is known about something made from two lists.
  package func combined(with other: Exactness) -> Exactness {
    switch (self, other) {
    case (.approximate, _): self
    case (_, .approximate): other
    case (.proven(let left), .proven(let right)): .proven(shortlist: max(left, right))
    case (.proven, _): self
    case (_, .proven): other
    case (.scanned, .scanned): .scanned
    }
  }
}
