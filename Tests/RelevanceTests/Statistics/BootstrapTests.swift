import Relevance
import TestSupport
import Testing

@Suite struct BootstrapTests {
  /// What the interval approaches: the quantiles over every sample that can be drawn.
  private func allMeans(_ values: [Double]) -> [Double] {
    var sums = [0.0]
    for _ in values { sums = sums.flatMap { sum in values.map { sum + $0 } } }
    return sums.map { $0 / Double(values.count) }.sorted()
  }

  @Test func isThatOfSciPy() throws {
    for sample in try SciPyReference.recorded().samples {
      let interval = try #require(Bootstrap(resamples: 40_000, seed: 1).interval(ofMean: sample.deltas))
      // The standard error of the quantile of so many draws is below a hundredth of the interval's width.
      let slack = 0.03 * (sample.bootstrap[1] - sample.bootstrap[0])
      #expect(abs(interval.low - sample.bootstrap[0]) <= slack, "\(sample.name): \(interval)")
      #expect(abs(interval.high - sample.bootstrap[1]) <= slack, "\(sample.name): \(interval)")
    }
  }

  @Test func approachesTheQuantilesOverAllSamples() throws {
    for seed in 0..<6 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let values = (0..<6).map { _ in Double.random(in: -1...1, using: &random) }
      let means = allMeans(values)
      for level in [0.5, 0.9, 0.95] {
        let drawn = try #require(
          Bootstrap(resamples: 20_000, level: level, seed: seed).interval(ofMean: values))
        let low = try #require(Sample.quantile((1 - level) / 2, ofSorted: means))
        let high = try #require(Sample.quantile((1 + level) / 2, ofSorted: means))
        #expect(abs(drawn.low - low) < 0.04 * (high - low) + 0.005, "seed \(seed), level \(level)")
        #expect(abs(drawn.high - high) < 0.04 * (high - low) + 0.005, "seed \(seed), level \(level)")
      }
    }
  }

  @Test func drawsTheSameQueriesForEveryMeasure() throws {
    let values = [0.1, 0.9, 0.4, 0.4, 0.7, 0.2, 0.5]
    let bootstrap = Bootstrap(resamples: 500, seed: 77)
    let interval = try #require(bootstrap.interval(ofMean: values))
    #expect(interval == bootstrap.interval(ofMean: values))
    #expect(interval != Bootstrap(resamples: 500, seed: 78).interval(ofMean: values))
    // Twice every value is twice every mean, if the draws are the same ones.
    let doubled = try #require(bootstrap.interval(ofMean: values.map { 2 * $0 }))
    #expect(abs(doubled.low - 2 * interval.low) < 1e-12 && abs(doubled.high - 2 * interval.high) < 1e-12)
    // So a quotient of a column and twice itself is one half, without any spread.
    let half = try #require(bootstrap.interval(ofRatio: values, to: values.map { 2 * $0 }))
    #expect(abs(half.low - 0.5) < 1e-12 && abs(half.high - 0.5) < 1e-12)
  }

  @Test func aQuotientIsThatOfMeansNotAMeanOfQuotients() throws {
    let (upper, lower) = ([1.0, 0.0, 0.5, 0.8], [1.0, 0.1, 0.5, 1.0])
    let interval = try #require(Bootstrap(resamples: 2000, seed: 1).interval(ofRatio: upper, to: lower))
    #expect(interval.contains(2.3 / 2.6))
    #expect(interval.high <= 1 && interval.low >= 0)
    #expect(Bootstrap(seed: 1).interval(ofRatio: [0, 0], to: [0, 0]) == nil)
  }

  @Test func saysNothingAboutOneQuery() {
    #expect(Bootstrap(seed: 1).interval(ofMean: []) == nil)
    #expect(Bootstrap(seed: 1).interval(ofMean: [0.4]) == nil)
    #expect(Bootstrap(seed: 1).interval(ofMean: [0.4, 0.4]) == Interval(low: 0.4, high: 0.4))
  }

  @Test func indicesAreEvenlySpread() {
    var random = SeededRandom(seed: 4)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 }, "\(counts)")
  }
}
