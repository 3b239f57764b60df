/// How differences are judged: everything that is needed to get the same numbers again.
package struct ComparisonMethod: Hashable, Sendable, Codable {
  /// The smallest number of queries for which intervals and p values deserve trust without a warning.
  package static let trustedCount = 25

  /// Makes the intervals.
  package let bootstrap: Bootstrap
  /// Makes the p values.
  package let randomisation: RandomisationTest
  /// The largest difference that counts as a tie.
  package let epsilon: Double

  /// Makes a method from its parts.
  package init(
    bootstrap: Bootstrap, randomisation: RandomisationTest, epsilon: Double = WinTieLoss.epsilon
  ) {
    self.bootstrap = bootstrap
    self.randomisation = randomisation
    self.epsilon = epsilon
  }

  /// The customary method under a seed.
  package init(seed: UInt64) {
    self.init(bootstrap: Bootstrap(seed: seed), randomisation: RandomisationTest(seed: seed))
  }
}
