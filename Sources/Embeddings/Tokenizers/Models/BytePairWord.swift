/// A word while byte pair encoding joins its tokens: always the most urgent pair next, of equals the leftmost.
///
/// Short words are searched from end to end for each join; long ones (Gemma takes a whole text for one word) keep a
/// heap of the joins that may come. Both give the same tokens.
struct BytePairWord {
  /// From how many tokens on a heap pays.
  private static let longest = 48
  /// The rank of a place where nothing can be joined.
  private static let none = Int32.max

  private var tokens: [Int32] = []
  private var ranks: [Int32] = []
  private var results: [Int32] = []
  private var heap = JoinHeap()
  private var next: [Int32] = []
  private var previous: [Int32] = []

  /// Forgets the word but keeps its memory.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
  }

  /// Adds a token at the end.
  mutating func append(_ token: Int32) {
    tokens.append(token)
  }

  /// Joins what can be joined and appends the tokens that remain.
  mutating func join(by table: MergeTable, into ids: inout [Int32]) {
    if tokens.count <= Self.longest {
      joinBySearch(table)
      ids.append(contentsOf: tokens)
    } else {
      joinByHeap(table, into: &ids)
    }
  }

  /// Joins by looking at every pair again.
  /// - Complexity: O(tokens²).
  mutating func joinBySearch(_ table: MergeTable) {
    ranks.removeAll(keepingCapacity: true)
    results.removeAll(keepingCapacity: true)
    for index in tokens.indices {
      ranks.append(Self.none)
      results.append(0)
      if index > 0 { rate(index - 1, table) }
    }
    while true {
      var best = 0
      var bestRank = Self.none
      for index in ranks.indices where ranks[index] < bestRank {
        best = index
        bestRank = ranks[index]
      }
      guard bestRank < Self.none else { return }
      tokens[best] = results[best]
      tokens.remove(at: best + 1)
      ranks.remove(at: best + 1)
      results.remove(at: best + 1)
      rate(best, table)
      if best > 0 { rate(best - 1, table) }
    }
  }

  private mutating func rate(_ index: Int, _ table: MergeTable) {
    guard index + 1 < tokens.count, let rule = table[tokens[index], tokens[index + 1]] else {
      ranks[index] = Self.none
      return
    }
    ranks[index] = rule.rank
    results[index] = rule.result
  }

  /// Joins by a heap over a linked list.
  /// - Complexity: O(tokens · log tokens).
  mutating func joinByHeap(_ table: MergeTable, into ids: inout [Int32]) {
    let count = Int32(tokens.count)
    next = (0..<count).map { $0 + 1 }
    previous = (0..<count).map { $0 - 1 }
    heap.removeAll()
    for index in 0..<max(0, count - 1) { offer(index, count, table) }
    while let join = heap.popFirst() {
      let left = Int(join.position)
      let right = next[left]
      // The pair may have changed since it was offered.
      guard tokens[left] >= 0, right < count, table[tokens[left], tokens[Int(right)]]?.result == join.result
      else { continue }
      tokens[left] = join.result
      tokens[Int(right)] = -1
      next[left] = next[Int(right)]
      if next[left] < count { previous[Int(next[left])] = join.position }
      if previous[left] >= 0 { offer(previous[left], count, table) }
      offer(join.position, count, table)
    }
    for token in tokens where token >= 0 { ids.append(token) }
  }

  private mutating func offer(_ position: Int32, _ count: Int32, _ table: MergeTable) {
    let right = next[Int(position)]
    guard right < count, let rule = table[tokens[Int(position)], tokens[Int(right)]] else { return }
    heap.insert(JoinHeap.Join(rank: rule.rank, position: position, result: rule.result))
  }
}
