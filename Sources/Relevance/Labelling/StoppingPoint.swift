/// How far a comparison of two rankings over a query set is decided, and what is left to judge.
///
/// The difference is the mean over the contests, each of one query.
package struct StoppingPoint: Hashable, Sendable {
  /// The mean difference by what is judged now.
  package let difference: Double
  /// Between what the mean difference must lie, whatever the remaining items get.
  package let interval: DifferenceInterval
  /// How many unjudged items stand among the ranks that the measure counts.
  package let unjudged: Int
  /// How many other unjudged items matter, because the measure is normalised by all that is judged.
  package let normalising: Int

  /// Looks at all contests.
  /// - Complexity: that of an interval for each.
  package init(_ contests: some Collection<Contest>, measure: any Measure) {
    let stakes = contests.map { $0.stake(of: measure) }
    self.init(
      differences: contests.map { $0.difference(measure) },
      intervals: contests.map { $0.interval(of: measure) },
      unjudged: stakes.reduce(0) { $0 + $1.returned.count },
      normalising: stakes.reduce(0) { $0 + $1.normalising.count })
  }

  /// Puts together what is known of each query, in any order.
  /// - Precondition: there is an interval for each difference.
  package init(
    differences: [Double], intervals: [DifferenceInterval], unjudged: Int, normalising: Int = 0
  ) {
    precondition(differences.count == intervals.count, "one interval for each difference")
    difference = differences.isEmpty ? 0 : differences.reduce(0, +) / Double(differences.count)
    interval = .mean(of: intervals)
    self.unjudged = unjudged
    self.normalising = normalising
  }

  /// Whether no assignment of grades to the remaining items can change the winner.
  ///
  /// Never said falsely: the interval is exact or wider than what grades can do.
  package var isReached: Bool { interval.verdict != .open }
}
