/// Student's t test of paired differences, two-sided: stands beside the randomisation test, with which it usually
/// agrees, and assumes that the mean of so many differences is distributed normally.
package struct PairedTTest: Hashable, Sendable, Codable {
  /// The mean difference in standard errors.
  package let statistic: Double
  /// One less than the number of queries.
  package let degreesOfFreedom: Int
  /// The probability of a statistic at least as far from 0.
  package let p: Double

  /// The test for some differences, or `nil` when there are fewer than two or all are equal: t is then undefined.
  package init?(_ deltas: [Double]) {
    guard let mean = Sample.mean(deltas), let variance = Sample.variance(deltas),
      // What rounding leaves of equal differences is no variance.
      variance > 1e-30 * deltas.reduce(0, { max($0, $1 * $1) }), variance > 0
    else { return nil }
    statistic = mean / (variance / Double(deltas.count)).squareRoot()
    degreesOfFreedom = deltas.count - 1
    p = StudentT.twoSided(statistic, degreesOfFreedom: Double(degreesOfFreedom))
  }
}
