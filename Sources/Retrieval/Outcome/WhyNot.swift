/// Where one item stands under a plan, what keeps it out of the answer, and what it would need to be in it.
package struct WhyNot: Hashable, Sendable {
  /// What decides whether the item is answered with.
  package enum Verdict: String, Hashable, Sendable {
    /// It is in the answer.
    case listed
    /// A filter or an exclusion of the query leaves it out; where it stands is told as if there were none.
    case filtered
    /// No lane of the plan has a score for it.
    case unscored
    /// The coarse stage of the dense lane does not pick it, and no other lane scores it.
    case notShortlisted = "not-shortlisted"
    /// A lane scores it, but no list reaches as deep; the fusion depth leaves it out.
    case beyondLists = "beyond-lists"
    /// It has a score, and enough others have a better one.
    case outranked
  }

  /// The item's position in the index.
  package let ordinal: UInt32
  /// What keeps it out.
  package let verdict: Verdict
  /// Where it stands in each lane of the plan.
  package let lanes: [LaneStanding]
  /// Its place in the whole answer, however deep; `nil` when it has no score there.
  package let rank: Int?
  /// Its score in the answer; `nil` when it has none.
  package let score: Double?
  /// How many items have a score in the answer.
  package let matched: Int
  /// How many items were asked for.
  package let depth: Int
  /// The last item of the answer, which is to be beaten; `nil` when the answer has room left.
  package let last: Rival?

  /// What the item's score lacks to the last item's; `nil` unless both have one.
  package var gap: Double? {
    guard let last, let score else { return nil }
    return last.score - score
  }

  /// The item that is to be beaten.
  package struct Rival: Hashable, Sendable {
    /// The item.
    package let ordinal: UInt32
    /// Its place in the answer.
    package let rank: Int
    /// Its score in the answer.
    package let score: Double
  }
}

/// Where one item stands in one lane, whether that counts, and what would be enough.
package struct LaneStanding: Hashable, Sendable {
  /// Why a lane has no score for an item.
  package enum Absence: String, Hashable, Sendable {
    /// The catalogue has no such index.
    case noIndex = "no-index"
    /// The query has no vector, or one of zeros.
    case noQueryVector = "no-query-vector"
    /// The item has no vector.
    case noItemVector = "no-item-vector"
    /// The index knows none of the query's words.
    case noQueryTerm = "no-query-term"
    /// The item has none of the query's words.
    case noItemTerm = "no-item-term"
  }

  /// What of this lane, the other's part staying as it is, would be enough for the answer.
  package enum Need: Hashable, Sendable {
    /// Any score at all.
    case anyScore
    /// At least this score, on the scale of the present list.
    case score(Double)
    /// This rank or a better one.
    case rank(Int)
    /// Nothing: as first of this list the item would have `best` in all, and that is too little.
    case unreachable(best: Double)
  }

  /// The lane.
  package let lane: Lane
  /// The lane's own score of the item; `nil` when it has none.
  package let score: Double?
  /// The item's competition rank among the eligible items; `nil` when it has no score or is not picked by a coarse
  /// stage, whose own comparison is another.
  package let rank: Int?
  /// How many eligible items the lane scores.
  package let matched: Int
  /// How many of them the lane's list has.
  package let listed: Int
  /// What the lane adds to the item's score; `nil` when the list lacks the item.
  package let contribution: Double?
  /// Why there is no score; `nil` when there is one.
  package let absence: Absence?
  /// What would be enough; `nil` for an item that is in the answer, or where the lane has no list to be in.
  package let need: Need?
}
