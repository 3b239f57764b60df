/// An item that is not in an answer, and what one lane would have to give for it to be.
///
/// Everything else stays as it is: the other lane's part, the scales of the lists, the item that is to be beaten.
struct Challenge: Sendable {
  /// The item.
  let ordinal: UInt32
  /// The last item of the answer, or `nil` when any score is enough.
  let bar: RankKey?
  /// The ranking that the answer is the beginning of.
  let ranking: FusedRanking

  /// What would be enough in a lane that has a list.
  func need(in lane: ListedLane) -> LaneStanding.Need? {
    guard let first = lane.list.entries.first, let last = lane.list.entries.last else { return nil }
    // A lane that stands alone has no list to get into but the answer itself.
    let isCut = lane.isCut && !lane.isAlone
    if case .reciprocalRank = lane.rule.evidence {
      let worst = isCut ? last.rank : lane.list.entries.count + 1
      return rank(in: lane, upTo: worst)
    }
    let end = isCut ? RankKey(score: Float(last.score), ordinal: last.ordinal) : nil
    func suffices(_ score: Double) -> Bool {
      if let end, RankKey(score: Float(score), ordinal: ordinal) > end { return false }
      return beatsTheBar(in: lane, score: score, rank: 1)
    }
    let floor = lane.lane.leastScore
    if suffices(floor) { return .anyScore }
    guard suffices(first.score) else {
      return .unreachable(best: total(in: lane, score: first.score, rank: 1))
    }
    return .score(least(from: floor, to: first.score, where: suffices))
  }

  /// The worst rank that is enough.
  private func rank(in lane: ListedLane, upTo worst: Int) -> LaneStanding.Need {
    func suffices(_ rank: Int) -> Bool { beatsTheBar(in: lane, score: 0, rank: rank) }
    if suffices(worst) { return lane.isCut ? .rank(worst) : .anyScore }
    guard suffices(1) else { return .unreachable(best: total(in: lane, score: 0, rank: 1)) }
    var (good, bad) = (1, worst)
    while bad - good > 1 {
      let middle = (good + bad) / 2
      if suffices(middle) { good = middle } else { bad = middle }
    }
    return .rank(good)
  }

  /// The least number that suffices, when `high` does and `low` does not.
  private func least(from low: Double, to high: Double, where suffices: (Double) -> Bool) -> Double {
    var (bad, good) = (low, high)
    while true {
      let middle = bad + (good - bad) / 2
      guard middle > bad, middle < good else { return good }
      if suffices(middle) { good = middle } else { bad = middle }
    }
  }

  private func beatsTheBar(in lane: ListedLane, score: Double, rank: Int) -> Bool {
    guard let bar else { return true }
    return RankKey(score: Float(total(in: lane, score: score, rank: rank)), ordinal: ordinal) < bar
  }

  /// The item's score if it had this score and rank in `lane`.
  private func total(in lane: ListedLane, score: Double, rank: Int) -> Double {
    let others = ranking.lanes.filter { $0.lane != lane.lane }
    let lists = 1 + FusedRanking.lists(of: ordinal, in: others)
    let rest = others.reduce(ranking.named.contains(ordinal) ? ranking.namedValue : 0) { sum, other in
      guard let entry = other.entry(of: ordinal) else { return sum }
      return sum + other.rule.summand(score: entry.score, rank: entry.rank, lists: lists)
    }
    return rest + lane.rule.summand(score: score, rank: rank, lists: lists)
  }
}
