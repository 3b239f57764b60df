extension DenseIndex {
  /// Where some items stand under a lane: each one's place in the total order, from 1, equal scores by ordinal.
  ///
  /// Unlike a competition rank, a place is the smallest depth at which `top` lists the item. `nil` for an item that has
  /// no vector or is not eligible; for all when the query's prefix is all zeros. After a coarse stage, places are those
  /// among the shortlist.
  ///
  /// - Precondition: As for `top`; `ordinals` are items.
  /// - Complexity: O(count × (dimensions + log n)) for n ordinals.
  package func places(
    of ordinals: [UInt32], query: [Float], lane: DenseLane, within eligible: ItemSet? = nil
  ) -> [Int?] {
    let scores = scores(of: query, lane: lane)
    func key(_ ordinal: UInt32) -> RankKey? {
      guard eligible?.contains(ordinal) ?? true, let score = scores[ordinal] else { return nil }
      return RankKey(score: Float(score), ordinal: ordinal)
    }
    let asked = ordinals.map(key)
    let sorted = asked.compactMap { $0 }.sorted()
    // How many items come after exactly i of the keys asked for.
    var between = [Int](repeating: 0, count: sorted.count + 1)
    for ordinal in 0..<UInt32(count) {
      guard let key = key(ordinal) else { continue }
      between[sorted.partitionPoint { $0 < key }] += 1
    }
    var places: [RankKey: Int] = [:]
    var above = 0
    for (index, key) in sorted.enumerated() {
      above += between[index]
      places[key] = above
    }
    return asked.map { $0.flatMap { places[$0] } }
  }
}

extension [RankKey] {
  /// How many elements, which stand in front, fulfil a condition.
  fileprivate func partitionPoint(_ isBefore: (RankKey) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
