/// One system against another by one measure over the same queries.
package struct PairedComparison: Hashable, Sendable, Codable {
  /// How many queries there are.
  package let queryCount: Int
  /// The mean difference, system less baseline, with its paired bootstrap interval.
  package let delta: MeanEstimate
  /// The randomisation test, or `nil` without queries.
  package let randomisation: RandomisationTest.Outcome?
  /// The paired t test, or `nil` where t is undefined.
  package let tTest: PairedTTest?
  /// The randomisation test's p after Holm's adjustment for the family it was made in; `nil` until then, and in a family of
  /// one.
  package private(set) var adjustedP: Double?
  /// For how many queries the system is better.
  package let record: WinTieLoss

  /// Compares values query by query.
  /// - Precondition: both have a value for every query.
  package init(_ values: [Double], against baseline: [Double], method: ComparisonMethod) {
    precondition(values.count == baseline.count, "\(values.count) values against \(baseline.count)")
    let deltas = zip(values, baseline).map { $0 - $1 }
    queryCount = deltas.count
    delta = MeanEstimate(deltas, by: method.bootstrap)
    // Rounding makes differences of equal scores, whose signs a test would take seriously.
    let cleaned = deltas.map { abs($0) <= method.epsilon ? 0 : $0 }
    randomisation = method.randomisation.outcome(for: cleaned)
    tTest = PairedTTest(cleaned)
    record = WinTieLoss(deltas, epsilon: method.epsilon)
  }

  /// Whether there are too few queries to trust interval and p without a warning.
  package var isSmall: Bool { queryCount < ComparisonMethod.trustedCount }

  /// The same comparisons as one family, each p adjusted for all of them.
  package static func asFamily(_ comparisons: [PairedComparison]) -> [PairedComparison] {
    guard comparisons.count > 1 else { return comparisons }
    return zip(comparisons, Holm.adjusted(comparisons.map { $0.randomisation?.p })).map { comparison, p in
      var comparison = comparison
      comparison.adjustedP = p
      return comparison
    }
  }
}
