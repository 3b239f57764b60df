/// A property of a query set's queries by which they are sliced and chosen.
package enum QueryColumn: String, CaseIterable, Hashable, Sendable {
  /// The set's third column: `sku`, `visual`, ….
  case kind
  /// The set's fourth column: `dev`, `test`, ….
  case split
  /// Whether the query has a picture: `with`, `without`.
  case image
  /// How many words the text has: `1`, `2`, `3`, `4+`.
  case words

  /// What stands for a missing value.
  package static let absent = "(none)"

  /// The value of a query.
  package func value(of query: Query) -> String {
    switch self {
    case .kind: query.kind ?? Self.absent
    case .split: query.split ?? Self.absent
    case .image: query.image == nil ? "without" : "with"
    case .words: Self.wordCount(query.text)
    }
  }

  private static func wordCount(_ text: String) -> String {
    let count = text.split(whereSeparator: \.isWhitespace).count
    return count > 3 ? "4+" : "\(count)"
  }
}
