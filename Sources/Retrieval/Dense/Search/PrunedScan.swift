import CKernels

/// Upper bounds of float32 cosines from byte codes, without reading more of the codes than the proof needs.
///
/// Where the sums of the whole prefix are known, they give the bounds. Where they are not, a shorter prefix is
/// scanned first. What the components after it can add is at most the product of the lengths of the rest of the item
/// and the rest of the query (Cauchy–Schwarz), and these lengths are known. Only tiles with an item that can still
/// reach the floor are read on, and dropped as soon as they have none.
struct PrunedScan {
  private let search: CertifiedSearch
  /// The stop up to which sums are known for every row.
  private let start: Int

  /// Scans the shorter prefix, unless it or the whole one is known.
  init(search: CertifiedSearch) {
    self.search = search
    start = Self.start(of: search)
  }

  /// Whether the shortlist's bounds are those of the whole prefix.
  var isComplete: Bool { start == search.stop }

  /// The error of the shortlist's bounds, if they are complete.
  var bound: ErrorBound { search.bound(start) }

  /// The error of the candidates' bounds.
  var finalBound: ErrorBound { search.bound(search.stop) }

  /// The best rows by the prefix that is known for all, with the bounds that follow from it alone.
  func shortlist(_ wanted: Int) -> [RankKey] {
    let sums = search.integerScores(start)
    let slack = bound.slack
    return search.scan.top(wanted) { sums.write($0, slack: slack, to: $1) }
  }

  /// Every row whose upper bound reaches `floor`, with that bound, in ordinal order; `nil` when they are more than
  /// `most`.
  func candidates(reaching floor: Float, atMost most: Int) -> [RankKey]? {
    let keys = isComplete ? scannedCandidates(floor, most) : prunedCandidates(floor)
    guard let keys, keys.count <= most else { return nil }
    return keys
  }

  private func scannedCandidates(_ floor: Float, _ most: Int) -> [RankKey]? {
    let sums = search.integerScores(start)
    let bound = self.bound
    let threshold = bound.threshold(toReach: floor)
    let count = search.scan.count(atLeast: threshold) { sums.write($0, slack: bound.slack, to: $1) }
    guard count <= most else { return nil }
    return search.scan.all(atLeast: threshold) { sums.write($0, slack: bound.slack, to: $1) }
  }

  private func prunedCandidates(_ floor: Float) -> [RankKey] {
    let tail = PrefixTail(search: search, from: start, floor: floor)
    let threshold = finalBound.threshold(toReach: floor)
    return search.scan.all(atLeast: threshold) { tiles, scores in tail.write(tiles, to: scores) }
  }

  private static func start(of search: CertifiedSearch) -> Int {
    let stop = search.stop
    if search.scanned.sums(at: stop) != nil { return stop }
    let stops = search.index.sides[0].layout.stops
    let lengths = search.scanned.query.lengths
    let effort = search.index.effort
    func isEnough(_ prefix: Int) -> Bool {
      let part = lengths[prefix] / lengths[stop]
      return stops[prefix] >= effort.leastPrefix && 1 - part * part <= effort.largestRest
    }
    if let known = search.scanned.longestSums(before: stop), isEnough(known.stop) { return known.stop }
    guard let first = (0...stop).first(where: isEnough), 2 * stops[first] <= stops[stop] else { return stop }
    return first
  }
}
