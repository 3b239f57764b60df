/// One query under one plan, fused: what a page of results, an explanation and a "why not" are all read from.
struct FusedRanking: Sendable {
  /// The lanes that scored something, in the order in which their parts appear.
  let lanes: [ListedLane]
  /// How the lanes become one score.
  let fusion: any LaneFusion
  /// The eligible items that the query names, ascending.
  let named: [UInt32]
  /// What being named adds to a score.
  let namedValue: Double
  /// The items that have a score, as far as the lists go, in total order.
  let keys: [RankKey]

  /// What an item that the query names gets on top of its score where scores lie within −1…2, as cosines and most
  /// fused scores do; where they don't, as much more as it takes to be first.
  static let namedBonus = 10.0

  /// Adds up the lanes' summands and ranks the sums.
  /// - Complexity: O(n log n) for lists of n items together.
  init(lanes: [ListedLane], fusion: any LaneFusion, named: [UInt32]) {
    self.lanes = lanes
    self.fusion = fusion
    self.named = named
    let own = named.map { Self.total(of: $0, in: lanes) ?? 0 }
    let keys = Self.sums(of: lanes, without: Set(named)).sorted()
    let excess = max(0, Double(keys.first?.score ?? 0) - 2) + max(0, -1 - (own.min() ?? 0))
    // Beyond an endless score, which only a damaged index gives, nothing can be put.
    let bonus = Self.namedBonus + (excess.isFinite ? excess.rounded(.up) : 0)
    let first = zip(named, own).map { RankKey(score: Float($1 + bonus), ordinal: $0) }
    namedValue = bonus
    self.keys = first.isEmpty ? keys : first.sorted() + keys
  }

  /// How many items have a score, listed or not.
  var matched: Int {
    guard lanes.count == 1, let lane = lanes.first else { return keys.count }
    return lane.list.matched + named.count { lane.entry(of: $0) == nil }
  }

  /// What is known about the lists.
  var exactness: Exactness {
    lanes.reduce(.scanned) { $0.combined(with: $1.list.exactness) }
  }

  /// An item's score, rounded to float32 as the order is; `nil` when nothing that counts scored it.
  func score(of ordinal: UInt32) -> Double? {
    let total = Self.total(of: ordinal, in: lanes)
    guard named.contains(ordinal) else { return total.map { Double(Float($0)) } }
    return Double(Float((total ?? 0) + namedValue))
  }

  /// An item's rank: its place among the items listed, or, beyond them in a lane that stands alone, the place of the
  /// best item with the same score; `nil` when it has no score.
  func rank(of ordinal: UInt32) -> Int? {
    if let index = keys.firstIndex(where: { $0.ordinal == ordinal }) { return index + 1 }
    guard let lane = lanes.first, lanes.count == 1, let rank = lane.entry(of: ordinal)?.rank else {
      return nil
    }
    return rank + named.count { lane.entry(of: $0).map { $0.rank > rank } ?? true }
  }

  /// The named contributions to an item's score, in a fixed order; empty when it has none.
  func parts(of ordinal: UInt32) -> [ScorePart] {
    let lists = Self.lists(of: ordinal, in: lanes)
    var parts = lanes.compactMap { lane in
      lane.entry(of: ordinal).map {
        ScorePart(
          name: lane.lane.rawValue, value: lane.rule.summand(score: $0.score, rank: $0.rank, lists: lists),
          raw: $0.score, laneRank: $0.rank)
      }
    }
    if named.contains(ordinal) { parts.append(ScorePart(name: "identifier", value: namedValue)) }
    return parts
  }

  /// The first `depth` items.
  func items(_ depth: Int) -> [RankedItem] {
    keys.prefix(depth).enumerated().map { index, key in
      RankedItem(
        ordinal: key.ordinal, rank: index + 1, score: Double(key.score), parts: parts(of: key.ordinal))
    }
  }

  /// How many lists have an item.
  static func lists(of ordinal: UInt32, in lanes: [ListedLane]) -> Int {
    lanes.count { $0.entry(of: ordinal) != nil }
  }

  /// The sums of all listed items, in no order.
  ///
  /// Adds one list after the other, as `total` does for one item, and looks every entry up only twice.
  private static func sums(of lanes: [ListedLane], without named: Set<UInt32>) -> [RankKey] {
    var places: [UInt32: Int] = [:]
    places.reserveCapacity(lanes.reduce(0) { $0 + $1.list.entries.count })
    var items: [(ordinal: UInt32, lists: Int, sum: Double)] = []
    for lane in lanes {
      for entry in lane.list.entries where !named.contains(entry.ordinal) {
        let place = places[entry.ordinal, default: items.count]
        if place == items.count {
          places[entry.ordinal] = place
          items.append((entry.ordinal, 0, 0))
        }
        items[place].lists += 1
      }
    }
    for lane in lanes {
      for entry in lane.list.entries {
        guard let place = places[entry.ordinal] else { continue }
        items[place].sum += lane.rule.summand(
          score: entry.score, rank: entry.rank, lists: items[place].lists)
      }
    }
    return items.map { RankKey(score: Float($0.sum), ordinal: $0.ordinal) }
  }

  private static func total(of ordinal: UInt32, in lanes: [ListedLane]) -> Double? {
    let lists = lists(of: ordinal, in: lanes)
    guard lists > 0 else { return nil }
    return lanes.reduce(0) { sum, lane in
      guard let entry = lane.entry(of: ordinal) else { return sum }
      return sum + lane.rule.summand(score: entry.score, rank: entry.rank, lists: lists)
    }
  }
}
