internal import Relevance
internal import Retrieval

/// Which rows show: all, or only those of items that a neighbouring column ranks elsewhere.
package enum DifferenceFilter: Hashable, Sendable {
  /// Every row.
  case off
  /// Rows of items that a neighbour lacks, or ranks more than so many places away.
  case beyond(Int)

  /// What the key steps through.
  static let steps: [DifferenceFilter] = [.off, .beyond(0), .beyond(2), .beyond(5), .beyond(10)]

  /// The one that comes next.
  var following: DifferenceFilter {
    let index = Self.steps.firstIndex(of: self) ?? 0
    return Self.steps[(index + 1) % Self.steps.count]
  }

  /// What it shows, in a few words; `nil` when it shows everything.
  var words: String? {
    switch self {
    case .off: nil
    case .beyond(0): "only differences"
    case .beyond(let places): "only differences of more than \(places) ranks"
    }
  }

  /// What it shows and which step that is.
  var notice: String {
    guard let words, let step = Self.steps.firstIndex(of: self) else { return "every row shows" }
    return "\(words) between neighbours: step \(step) of \(Self.count)"
  }

  /// How many steps there are beside showing everything.
  static var count: Int { steps.count - 1 }

  /// The rows of a ranking that show beside its neighbours, ascending; `nil` for all of them.
  ///
  /// Without a neighbour that answers the same query there is nothing to differ from, and everything shows.
  /// - Complexity: O(rows × neighbours).
  func rows(of ranking: Ranking, beside neighbours: [Ranking]) -> [Int]? {
    guard case .beyond(let places) = self, !ranking.query.text.isEmpty else { return nil }
    let others = neighbours.filter { $0.query == ranking.query }
    guard !others.isEmpty else { return nil }
    return ranking.outcome.items.indices.filter { index in
      let item = ranking.outcome.items[index]
      return others.contains { other in
        other.ranks[item.ordinal].map { abs($0 - item.rank) > places } ?? true
      }
    }
  }
}
