/// Percentile bootstrap over queries (Efron 1979): how much a mean would move had other queries been drawn.
///
/// Queries are drawn with replacement, as many as there are, `resamples` times; the interval lies between the
/// quantiles (1 ∓ level) / 2 of what comes out, interpolated linearly. What is drawn depends on the seed and the number of
/// queries alone, so that two columns, two measures or two precisions are always measured on the same draws and
/// their intervals can be compared.
package struct Bootstrap: Hashable, Sendable, Codable {
  /// How many samples are drawn, B.
  package let resamples: Int
  /// How much of what comes out lies in the interval, above 0 and below 1.
  package let level: Double
  /// Where the random sequence starts.
  package let seed: UInt64

  /// Makes a procedure.
  /// - Precondition: `resamples` is positive and `level` lies between 0 and 1.
  package init(resamples: Int = 10_000, level: Double = 0.95, seed: UInt64) {
    precondition(resamples > 0, "\(resamples) samples")
    precondition(level > 0 && level < 1, "a level of \(level)")
    self.resamples = resamples
    self.level = level
    self.seed = seed
  }

  /// The interval of the mean, or `nil` of fewer than two values, which say nothing about any other.
  ///
  /// For a difference of two means over the same queries pass the differences, query by query: that is the paired
  /// interval.
  /// - Complexity: O(resamples × count).
  package func interval(ofMean values: [Double]) -> Interval? {
    guard values.count > 1 else { return nil }
    let count = Double(values.count)
    return interval(
      draws(of: values.count) { sample in
        var sum = 0.0
        for index in sample { sum += values[index] }
        return sum / count
      })
  }

  /// The interval of a quotient of two means over the same queries, or `nil` of fewer than two or when the lower mean
  /// was 0 in a sample.
  /// - Precondition: both have a value for every query.
  /// - Complexity: O(resamples × count).
  package func interval(ofRatio upper: [Double], to lower: [Double]) -> Interval? {
    precondition(upper.count == lower.count, "\(upper.count) values over \(lower.count)")
    guard upper.count > 1 else { return nil }
    let ratios = draws(of: upper.count) { sample in
      var (above, below) = (0.0, 0.0)
      for index in sample {
        above += upper[index]
        below += lower[index]
      }
      return below == 0 ? Double.nan : above / below
    }
    return ratios.contains(where: \.isNaN) ? nil : interval(ratios)
  }

  /// The share of samples that may leave a statistic undefined and be passed over.
  private static let patience = 0.05

  /// The intervals of statistics of observations that only depend on how many of each kind there are, all of them on
  /// the same samples.
  ///
  /// Samples for which one is not defined are passed over; when they are more than one in twenty, and of fewer than two
  /// observations, it has no interval.
  /// - Parameters:
  ///   - kinds: the observations.
  ///   - count: how many statistics there are.
  ///   - statistics: their values for so many observations of each kind, `nil` where one is not defined.
  /// - Returns: an interval, or `nil`, for each statistic.
  /// - Complexity: O(resamples × (observations + cost of the statistics)).
  func intervals<Value>(
    of kinds: Kinds<Value>, count: Int, _ statistics: ([Int]) -> [Double?]
  ) -> [Interval?] {
    guard kinds.members.count > 1 else { return Array(repeating: nil, count: count) }
    var values = Array(repeating: [Double](), count: count)
    drawCounts(of: kinds) { counts in
      for (place, value) in statistics(counts).enumerated() {
        if let value { values[place].append(value) }
      }
    }
    return values.map { values in
      Double(values.count) < (1 - Self.patience) * Double(resamples) ? nil : interval(values)
    }
  }

  /// Calls `body` with how many observations of each kind a sample has.
  private func drawCounts<Value>(of kinds: Kinds<Value>, _ body: ([Int]) -> Void) {
    var random = SeededRandom(seed: seed)
    var counts = [Int](repeating: 0, count: kinds.values.count)
    let total = kinds.members.count
    for _ in 0..<resamples {
      for kind in counts.indices { counts[kind] = 0 }
      for _ in 0..<total { counts[kinds.members[random.index(below: total)]] += 1 }
      body(counts)
    }
  }

  /// What `statistic` gives for each sample, as positions in `0..<count`.
  private func draws(of count: Int, _ statistic: ([Int]) -> Double) -> [Double] {
    var random = SeededRandom(seed: seed)
    var sample = [Int](repeating: 0, count: count)
    return (0..<resamples).map { _ in
      for position in sample.indices { sample[position] = random.index(below: count) }
      return statistic(sample)
    }
  }

  private func interval(_ values: [Double]) -> Interval? {
    let sorted = values.sorted()
    guard let low = Sample.quantile((1 - level) / 2, ofSorted: sorted),
      let high = Sample.quantile((1 + level) / 2, ofSorted: sorted)
    else { return nil }
    return Interval(low: low, high: high)
  }
}
