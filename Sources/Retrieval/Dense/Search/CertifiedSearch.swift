/// A float32 search that scans bytes, rescores few items in float32 and proves that no other item belongs into the
/// answer.
///
/// Bytes give every item an upper bound of its score (`ErrorBound`). The best few by upper bound are rescored; the
/// last of the wanted ones among them is a score that at least so many items reach. Only items whose upper bound
/// reaches it, too, can belong into the answer: they are rescored in the order of their bounds until none is left.
/// Where they are too many, everything is rescored instead.
struct CertifiedSearch: LaneSearch {
  let index: DenseIndex
  let scanned: ScannedQuery
  let stop: Int
  let textShare: Double
  let exact: FloatScores
  let scan: RowScan
  let factors: BlendFactors
  /// The rows that are asked about and have a score.
  let matching: ItemSet
  let matched: Int

  /// Prepares a search among `eligible` items, or all.
  init(index: DenseIndex, scanned: ScannedQuery, stop: Int, textShare: Double, eligible: ItemSet?) {
    self.index = index
    self.scanned = scanned
    self.stop = stop
    self.textShare = textShare
    exact = FloatScores(
      sides: index.sides, blend: index.blend(textShare: textShare), stop: stop, query: scanned.query)
    scan = RowScan(count: index.count, eligible: eligible, pool: index.pool)
    let factors = index.factors(stop: stop, textShare: textShare)
    self.factors = factors
    matching = eligible.map { $0.intersection(factors.directed) } ?? factors.directed
    matched = eligible == nil ? factors.directedCount : matching.count
  }

  func top(_ depth: Int) -> LaneList {
    let depth = min(depth, matched)
    let effort = index.effort
    let wanted = effort.shortlist(depth)
    guard depth > 0, wanted < matched / effort.largestPart, bound(stop).isUseful else {
      return scannedTop(depth)
    }
    let prefix = PrunedScan(search: self)
    let shortlist = prefix.shortlist(wanted)
    var best = exactKeys(of: shortlist.map(\.ordinal))
    best.sort()
    guard best.count >= depth else { return scannedTop(depth) }
    let floor = best[depth - 1].score
    if let last = shortlist.last, last.score < prefix.error.threshold(toReach: floor) {
      return list(best.prefix(depth), exactness: .proven(shortlist: shortlist.count))
    }
    guard let candidates = prefix.candidates(reaching: floor, atMost: matched / effort.largestPart) else {
      return scannedTop(depth)
    }
    let known = Set(shortlist.map(\.ordinal))
    let rescored = settle(
      &best, depth: depth, candidates: candidates.filter { !known.contains($0.ordinal) },
      bound: bound(stop))
    return list(best.prefix(depth), exactness: .proven(shortlist: shortlist.count + rescored))
  }

  func count(above score: Float) -> Int {
    let sums = integerScores(stop)
    let bound = self.bound(stop)
    let slack = bound.slack
    let certain = bound.threshold(toExceed: score)
    let above = scan.count(atLeast: certain) { sums.write($0, slack: -slack, to: $1) }
    let band = scan.all(atLeast: bound.threshold(toReach: score)) { tiles, scores in
      let rows = tiles.count * VectorLayout.tileRows
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows) { least in
        guard let least = least.baseAddress else { return }
        sums.write(tiles, slack: -slack, to: least)
        sums.write(tiles, slack: slack, to: scores)
        for row in 0..<rows where least[row] >= certain { scores[row] = .nan }
      }
    }
    return above + exactKeys(of: band.map(\.ordinal)).count { $0.score > score }
  }

  func all(atLeast threshold: Float) -> FoundItems {
    let sums = integerScores(stop)
    let bound = self.bound(stop)
    let slack = bound.slack
    let possible = scan.all(atLeast: bound.threshold(toReach: threshold)) {
      sums.write($0, slack: slack, to: $1)
    }
    let found = exactKeys(of: possible.map(\.ordinal)).filter { $0.score >= threshold }
    return FoundItems(ascending: found, threshold: threshold, exactness: .proven(shortlist: possible.count))
  }

  /// What the sums up to a stop say about cosines at the search's own stop.
  func integerScores(_ scannedStop: Int) -> IntegerScores {
    IntegerScores(
      sums: index.sums(of: scanned, stop: scannedStop), factors: factors, scale: scanned.query.scale(at: stop)
    )
  }

  /// The greatest bounds of all tiles from the sums up to a stop; kept with the query where nothing is filtered.
  func tileTops(from start: Int, compute: () -> SharedArray<Float>) -> SharedArray<Float> {
    guard scan.eligible == nil else { return compute() }
    return scanned.tops.value(
      for: index.topsKey(from: start, to: stop, textShare: textShare), compute: compute)
  }

  /// How far that may be from the truth.
  func bound(_ scannedStop: Int) -> ErrorBound {
    ErrorBound(query: scanned.query, sides: index.sides, scanned: scannedStop, stop: stop)
  }

  /// The keys of exact scores, in the order of the rows given, without rows that have none.
  func exactKeys(of rows: [UInt32]) -> [RankKey] {
    var keys = [UInt64](repeating: 0, count: rows.count)
    keys.withUnsafeMutableBufferPointer { keys in
      nonisolated(unsafe) let memory = keys  // threads write to elements of their own
      index.pool.concurrently(over: rows.count, grain: 128) { range in
        rows.withUnsafeBufferPointer { rows in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: range.count) { scores in
            guard let start = scores.baseAddress else { return }
            exact.write(UnsafeBufferPointer(rebasing: rows[range]), to: start)
            for row in range {
              let score = Float(scores[row - range.lowerBound])
              memory[row] = score.isNaN ? .max : RankKey(score: score, ordinal: rows[row]).bits
            }
          }
        }
      }
    }
    return keys.lazy.filter { $0 != .max }.map(RankKey.init(bits:))
  }

  /// Rescores candidates in the order of their upper bounds until none can belong among the best `depth`.
  /// - Returns: How many were rescored.
  private func settle(
    _ best: inout [RankKey], depth: Int, candidates: [RankKey], bound: ErrorBound
  ) -> Int {
    let candidates = RankKey.sorted(candidates)
    var next = 0
    var batch = max(depth, 256)
    while next < candidates.count,
      candidates[next].score >= bound.threshold(toReach: best[depth - 1].score)
    {
      let end = min(next + batch, candidates.count)
      best = Array(best.prefix(depth)) + exactKeys(of: candidates[next..<end].map(\.ordinal))
      best.sort()
      next = end
      batch *= 2
    }
    return next
  }

  /// The best of all rows, each scored in float32.
  private func scannedTop(_ depth: Int) -> LaneList {
    list(exactKeys(of: matching.ordinals).sorted().prefix(depth), exactness: .scanned)
  }

  private func list(_ keys: ArraySlice<RankKey>, exactness: Exactness) -> LaneList {
    let ordinals = keys.map(\.ordinal)
    let scores = exact.scores(of: ordinals)
    return LaneList(
      zip(ordinals, scores).map { (ordinal: $0, score: $1) }, matched: matched, exactness: exactness)
  }
}
