internal import Relevance
package import Retrieval

/// How a ranking differs from the one in the column to its left.
package struct Comparison: Hashable, Sendable {
  /// Where an item went, against the column to the left.
  package enum Movement: Hashable, Sendable {
    case same
    case up(Int)
    case down(Int)
    /// The column to the left lists all it found, and not this item.
    case new
    /// The column to the left lists so many of the items it found, and this one is further down, if found at all.
    case below(Int)
    /// The column to the left has a filter of its own and does not list this item: it may be excluded, or further down.
    case unlisted

    /// A few cells: `↑3`, `↓12`, `new`, `>100`.
    package var text: String {
      switch self {
      case .same: ""
      case .up(let places): places > 99 ? "↑++" : "↑\(places)"
      case .down(let places): places > 99 ? "↓++" : "↓\(places)"
      case .new: "new"
      case .below(let depth): ">\(depth)"
      case .unlisted: "–"
      }
    }
  }

  private let left: Ranking
  private let right: Ranking

  /// Compares two answers; `nil` when they answer different queries.
  package init?(left: Ranking?, right: Ranking?) {
    guard let left, let right, left.query == right.query else { return nil }
    self.left = left
    self.right = right
  }

  /// Where an item of the right ranking went.
  package func movement(of item: RankedItem) -> Movement {
    guard let before = left.ranks[item.ordinal] else {
      if left.excludesMore(than: right) { return .unlisted }
      return left.listsAll ? .new : .below(left.count)
    }
    if before == item.rank { return .same }
    return before > item.rank ? .up(before - item.rank) : .down(item.rank - before)
  }

  /// How many of the first `depth` items both rankings share.
  package func overlap(at depth: Int) -> Int {
    right.outcome.items.prefix(depth).count { left.ranks[$0.ordinal].map { $0 <= depth } ?? false }
  }

  /// How many of the left ranking's first `depth` items the right one does not list.
  package func unlisted(at depth: Int) -> Int {
    left.outcome.items.prefix(depth).count { right.ranks[$0.ordinal] == nil }
  }

  /// How far down the right ranking lists what it found, or `nil` when it lists all of it, so that what it does not
  /// list is gone.
  package var listedDepth: Int? { right.listsAll ? nil : right.count }

  /// Whether what the right ranking does not list may be excluded by a filter of its own.
  var excludesMore: Bool { right.excludesMore(than: left) }

  /// The most cells that the movement of any item takes.
  var movementColumns: Int { left.listsAll ? 3 : Movement.below(left.count).text.count }
}

extension Ranking {
  /// Whether it was filtered in a way that another was not.
  fileprivate func excludesMore(than other: Ranking) -> Bool {
    !plan.filter.isEmpty && plan.filter != other.plan.filter
  }
}
