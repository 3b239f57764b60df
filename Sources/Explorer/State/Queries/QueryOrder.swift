/// How the table of queries is sorted.
package enum QueryOrder: String, CaseIterable, Hashable, Sendable {
  /// As the query set has them.
  case set
  /// First those whose columns differ most.
  case difference
  /// First those that the focused column answers worst.
  case worst
  /// First those with most unjudged items among the first of the columns.
  case unjudged

  /// The key that sorts so.
  var key: Character {
    switch self {
    case .set: "s"
    case .difference: "d"
    case .worst: "b"
    case .unjudged: "o"
    }
  }

  /// What it is called above a table.
  func name(on page: QueryBoard.Page) -> String {
    self == .unjudged && page == .slices ? "size" : rawValue
  }
}
