/// Fisher's randomisation test of paired differences: how often chance alone, choosing for each query which system is
/// called which, makes a mean difference as large as this.
///
/// Two-sided; the statistic is the absolute mean difference. Nothing is assumed about the distribution. See Smucker,
/// Allan and Carterette, "A comparison of statistical significance tests for information retrieval evaluation",
/// CIKM 2007.
package struct RandomisationTest: Hashable, Sendable, Codable {
  /// What the test says.
  package struct Outcome: Hashable, Sendable, Codable {
    /// The probability of a difference at least as large, above 0 and at most 1.
    package let p: Double
    /// Whether every assignment of signs was looked at, and not a sample of them.
    package let isExact: Bool
  }

  /// Up to so many differences other than 0 all 2ⁿ assignments are looked at.
  package static let exactLimit = 20

  /// How many assignments are drawn where there are too many to look at all of them, m.
  package let samples: Int
  /// Where the random sequence starts.
  package let seed: UInt64

  /// Makes a test.
  /// - Precondition: `samples` is positive.
  package init(samples: Int = 100_000, seed: UInt64) {
    precondition(samples > 0, "\(samples) samples")
    self.samples = samples
    self.seed = seed
  }

  /// The test for some differences, or `nil` for none.
  ///
  /// Exact for at most `exactLimit` differences other than 0, whose sign means nothing; otherwise (b + 1) / (m + 1),
  /// where b of the m drawn assignments are as extreme, so that p is never 0 (Phipson and Smyth 2010). Sums that
  /// differ by less than 10⁻¹² of Σ |difference| count as equal.
  /// - Complexity: O(2ⁿ) where exact, else O(samples × count).
  package func outcome(for deltas: [Double]) -> Outcome? {
    guard !deltas.isEmpty else { return nil }
    let moved = deltas.filter { $0 != 0 }
    let slack = 1e-12 * moved.reduce(0) { $0 + abs($1) }
    let bar = abs(moved.reduce(0, +)) - slack
    guard moved.count > Self.exactLimit else {
      return Outcome(p: Self.exactShare(of: moved, from: bar), isExact: true)
    }
    let extreme = sampledCount(of: moved, from: bar)
    return Outcome(p: Double(extreme + 1) / Double(samples + 1), isExact: false)
  }

  /// The share of all assignments whose absolute sum reaches `bar`.
  private static func exactShare(of deltas: [Double], from bar: Double) -> Double {
    // The mirror image of an assignment has the same absolute sum: the last sign may stay as it is.
    let free = max(0, deltas.count - 1)
    var signed = deltas
    var sum = deltas.reduce(0, +)
    var extreme = abs(sum) >= bar ? 1 : 0
    for step in stride(from: 1, to: 1 << free, by: 1) {
      // A Gray code changes one sign a step.
      let position = step.trailingZeroBitCount
      signed[position].negate()
      sum += 2 * signed[position]
      if abs(sum) >= bar { extreme += 1 }
    }
    return Double(extreme) / Double(1 << free)
  }

  private func sampledCount(of deltas: [Double], from bar: Double) -> Int {
    var random = SeededRandom(seed: seed)
    var extreme = 0
    for _ in 0..<samples {
      var sum = 0.0
      var bits: UInt64 = 0
      for (position, delta) in deltas.enumerated() {
        if position & 63 == 0 { bits = random.next() }
        sum += bits & 1 == 0 ? delta : -delta
        bits >>= 1
      }
      if abs(sum) >= bar { extreme += 1 }
    }
    return extreme
  }
}
