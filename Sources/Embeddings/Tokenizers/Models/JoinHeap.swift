/// Joins that byte pair encoding may make next, the most urgent first: a binary heap.
struct JoinHeap {
  /// A pair that could be joined.
  struct Join {
    let rank: Int32
    /// The place of the left token.
    let position: Int32
    let result: Int32

    fileprivate func precedes(_ other: Join) -> Bool {
      rank != other.rank ? rank < other.rank : position < other.position
    }
  }

  private var joins: [Join] = []

  /// Forgets all joins.
  mutating func removeAll() {
    joins.removeAll(keepingCapacity: true)
  }

  /// Adds a join.
  mutating func insert(_ join: Join) {
    joins.append(join)
    var index = joins.count - 1
    while index > 0, joins[index].precedes(joins[(index - 1) / 2]) {
      joins.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Removes the most urgent join.
  mutating func popFirst() -> Join? {
    guard let first = joins.first, let last = joins.popLast() else { return nil }
    guard !joins.isEmpty else { return first }
    joins[0] = last
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < joins.count {
        if joins[child].precedes(joins[least]) { least = child }
      }
      if least == index { return first }
      joins.swapAt(index, least)
      index = least
    }
  }
}
