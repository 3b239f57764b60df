internal import Synchronization

extension LexicalIndex {
  /// The best items for a query.
  ///
  /// Items are scored that have a term of the query in a field of positive weight.
  ///
  /// - Parameters:
  ///   - depth: The largest number of items in the list.
  ///   - query: What to look for.
  ///   - lane: The parameters of the formula.
  ///   - within: The items that may be in the list; all when `nil`.
  /// - Returns: Entries in total order; `matched` counts all eligible items with a score. Approximate only where
  ///   the word being typed begins more words than are looked up.
  /// - Precondition: `depth` is not negative; `within` is of this catalogue.
  /// - Complexity: O(postings of the query's terms + items), whatever the depth.
  package func top(
    _ depth: Int, of query: LexicalQuery, lane: LexicalLane, within: ItemSet? = nil
  ) -> LaneList {
    check(within)
    let scan = scan(query, lane: lane)
    var total = BestItems(depth: depth)
    var matched = 0
    let marked = depth <= BestItems.deepest && scan.size >= Self.leastMarked ? MarkedScan(scan) : nil
    let floor = SharedFloor()
    let parts = eachWindow(of: scan) { window, board in
      if let marked { return marked.top(depth, in: window, on: &board, within: within, floor: floor) }
      var best = BestItems(depth: depth)
      scan.score(window, on: &board)
      let matched = scan.take(
        window, from: &board, within: within,
        threshold: { isAscending in isAscending ? best.threshold : max(0, best.threshold.nextDown) }
      ) { best.add($0) }
      return (best: best, matched: matched)
    }
    for part in parts {
      total.merge(part.best)
      matched += part.matched
    }
    return LaneList(total.sorted(), matched: matched, exactness: query.exactness)
  }

  /// The score of an item, or `nil` when it has none: the very number that `top` gives it.
  /// - Precondition: `ordinal` is an item.
  /// - Complexity: O(terms × log postings).
  package func score(of ordinal: UInt32, query: LexicalQuery, lane: LexicalLane) -> Double? {
    precondition(ordinal < count, "item \(ordinal) of \(count)")
    var board = ScoreBoard()
    board.fit(1)
    scan(query, lane: lane).score(LexicalScan.Window(first: ordinal, span: 1), on: &board)
    return board.scores[0] > 0 ? Double(board.scores[0]) : nil
  }

  /// The competition rank of an item among the eligible ones, from 1, or `nil` when it is not one of them or has no
  /// score.
  /// - Precondition: `ordinal` is an item; `within` is of this catalogue.
  /// - Complexity: As for `top`.
  package func rank(
    of ordinal: UInt32, query: LexicalQuery, lane: LexicalLane, within: ItemSet? = nil
  ) -> Int? {
    check(within)
    guard let score = score(of: ordinal, query: query, lane: lane) else { return nil }
    if let within, !within.contains(ordinal) { return nil }
    let scan = scan(query, lane: lane)
    return eachWindow(of: scan) { window, board in
      var better = 0
      scan.score(window, on: &board)
      _ = scan.take(window, from: &board, within: within, threshold: { _ in Float(score) }) {
        better += $0.count
      }
      return better
    }.reduce(1, +)
  }

  private func check(_ within: ItemSet?) {
    precondition(
      within == nil || within?.universe == count, "a set over \(within?.universe ?? 0) of \(count) items")
  }

  /// With fewer postings than this all are scored, which takes less time than looking through every item's mark.
  private static let leastMarked = 2048

  /// How many postings are worth a window, and a thread, of their own.
  private static let windowSize = 60_000

  /// Calls `body` for as many windows as a query is worth being split into, on several threads.
  /// - Returns: The results in the order of the windows; none when the query finds nothing.
  private func eachWindow<Result: Sendable>(
    of scan: LexicalScan, _ body: @Sendable (LexicalScan.Window, inout ScoreBoard) -> Result
  ) -> [Result] {
    if scan.size == 0 { return [] }
    let parts = min(WorkerPool.shared.threads, 1 + scan.size / Self.windowSize)
    let span = ((count + parts - 1) / parts + 63) / 64 * 64
    let results = Mutex([Int: Result]())
    WorkerPool.shared.concurrently(over: count, grain: span) { range in
      let window = LexicalScan.Window(first: UInt32(range.lowerBound), span: UInt32(range.count))
      let result = boards.withBoard(span: range.count) { body(window, &$0) }
      results.withLock { $0[range.lowerBound] = result }
    }
    return results.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
