extension LaneScores {
  /// The scores of the items of a set; the others have none.
  func within(_ eligible: ItemSet?) -> LaneScores {
    guard let eligible else { return self }
    return LaneScores(
      (0..<UInt32(count)).map { eligible.contains($0) ? self[$0] ?? .nan : .nan })
  }
}

extension LaneRanking {
  /// The best items as a list.
  func top(_ depth: Int, exactness: Exactness) -> LaneList {
    LaneList(
      order.prefix(depth).map { ($0, scores[$0] ?? 0) }, matched: count, exactness: exactness)
  }
}
