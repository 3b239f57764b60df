internal import Retrieval

/// Filters that no item passes.
enum EmptyFilter: Hashable, CustomStringConvertible {
  /// This one alone.
  case one(QueryFilter)
  /// These, though each lets some items through.
  case together([QueryFilter])

  var description: String {
    switch self {
    case .together(let filters):
      "no item passes all of \(filters.map(\.description).joined(separator: " "))"
    case .one(let filter): Self.words(filter)
    }
  }

  private static func words(_ filter: QueryFilter) -> String {
    let names = filter.conditions.compactMap { condition -> String? in
      switch condition {
      case .text(let text): "is called '\(text)'"
      case .prefix(let start): "begins with '\(start)'"
      default: nil
      }
    }
    guard !filter.isNegated, names.count == filter.conditions.count else { return "no item passes \(filter)" }
    return "no \(filter.field.name) \(names.joined(separator: " or "))"
  }
}
