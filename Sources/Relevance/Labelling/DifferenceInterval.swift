/// Between what a measured difference must lie, whatever grades the unjudged items get.
package struct DifferenceInterval: Hashable, Sendable {
  /// No assignment of grades gives less.
  package let worst: Double
  /// No assignment of grades gives more.
  package let best: Double
  /// Whether some assignment gives `worst` and some gives `best`; otherwise the true ends may lie closer together.
  package let isExact: Bool

  /// Makes an interval.
  package init(worst: Double, best: Double, isExact: Bool) {
    self.worst = worst
    self.best = best
    self.isExact = isExact
  }

  /// The difference that is certain because nothing is unjudged.
  package init(certain difference: Double) {
    self.init(worst: difference, best: difference, isExact: true)
  }

  /// Differences smaller than this are rounding, not knowledge.
  package static let tolerance = 1e-9

  /// What is certain about the winner.
  package var verdict: Verdict {
    if worst > Self.tolerance { return .left }
    if best < -Self.tolerance { return .right }
    return max(abs(worst), abs(best)) <= Self.tolerance ? .tie : .open
  }

  /// Who wins, as far as that no longer depends on what is unjudged.
  package enum Verdict: Hashable, Sendable {
    /// The left ranking wins under every assignment.
    case left
    /// The right ranking wins under every assignment.
    case right
    /// Both score alike under every assignment.
    case tie
    /// Not known: as far as is certain, some grades of unjudged items may lead to another winner.
    case open
  }

  /// The interval of the mean of differences over queries, of which every one has its own unjudged items.
  ///
  /// Exact when all of them are, because grades of one query don't depend on those of another. Of no queries, the mean
  /// is certainly 0.
  package static func mean(of intervals: some Collection<DifferenceInterval>) -> DifferenceInterval {
    guard !intervals.isEmpty else { return DifferenceInterval(certain: 0) }
    let count = Double(intervals.count)
    return DifferenceInterval(
      worst: intervals.reduce(0) { $0 + $1.worst } / count,
      best: intervals.reduce(0) { $0 + $1.best } / count,
      isExact: intervals.allSatisfy(\.isExact))
  }
}
