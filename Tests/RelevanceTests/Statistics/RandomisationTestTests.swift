import Relevance
import TestSupport
import Testing

@Suite struct RandomisationTestTests {
  /// Every assignment of signs, summed anew.
  private func slowP(_ deltas: [Double]) -> Double {
    let observed = abs(deltas.reduce(0, +))
    let extreme = (0..<1 << deltas.count).count { signs in
      let sum = deltas.enumerated().reduce(0) {
        $0 + (signs >> $1.offset & 1 == 0 ? $1.element : -$1.element)
      }
      return abs(sum) >= observed - 1e-12
    }
    return Double(extreme) / Double(1 << deltas.count)
  }

  @Test func isThatOfSciPy() throws {
    for sample in try SciPyReference.recorded().samples {
      let outcome = try #require(RandomisationTest(seed: 1).outcome(for: sample.deltas))
      #expect(outcome.isExact == sample.isExact, "\(sample.name)")
      // A drawn p of 0.3 has a standard error of 0.0015.
      #expect(abs(outcome.p - sample.randomisationP) < (sample.isExact ? 1e-12 : 0.005), "\(sample.name)")
    }
  }

  @Test func looksAtEveryAssignment() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let deltas = (0..<Int.random(in: 1...11, using: &random)).map { _ in
        // Coarse steps, so that many sums tie and some differences are 0.
        Double(Int.random(in: -4...4, using: &random)) * 0.1
      }
      let outcome = try #require(RandomisationTest(seed: 1).outcome(for: deltas))
      #expect(outcome.isExact && abs(outcome.p - slowP(deltas)) < 1e-12, "seed \(seed): \(deltas)")
    }
  }

  @Test func zerosNeitherCountNorMakeItInexact() throws {
    let moved = [0.3, 0.2, -0.1, 0.4]
    let test = RandomisationTest(seed: 1)
    let padded = try #require(test.outcome(for: moved + [Double](repeating: 0, count: 60)))
    #expect(padded == test.outcome(for: moved))
    #expect(padded.isExact)
    #expect(test.outcome(for: [0, 0, 0])?.p == 1)
    #expect(test.outcome(for: []) == nil)
    #expect(test.outcome(for: [0.5])?.p == 1)
  }

  @Test func aDrawnPIsNeverZeroAndDependsOnTheSeedAlone() throws {
    let deltas = [Double](repeating: 1, count: 40)
    let test = RandomisationTest(samples: 999, seed: 5)
    #expect(test.outcome(for: deltas)?.p == 1.0 / 1000)
    var random = SeededGenerator(seed: 3)
    let noisy = (0..<70).map { _ in Double.random(in: -1...1.3, using: &random) }
    #expect(test.outcome(for: noisy) == test.outcome(for: noisy))
    #expect(test.outcome(for: noisy) != RandomisationTest(samples: 999, seed: 6).outcome(for: noisy))
    #expect(test.outcome(for: noisy)?.p == test.outcome(for: noisy.map { -$0 })?.p)
  }

  /// Only the last differences matter, so that the test is about their signs.
  @Test func everyDifferenceGetsASign() throws {
    let gains = try #require(try SciPyReference.recorded().samples.first { $0.name == "gains" })
    let padded = [Double](repeating: 1e-9, count: 120) + gains.deltas
    let drawn = try #require(RandomisationTest(samples: 20_000, seed: 2).outcome(for: padded))
    // Four standard errors of that many draws.
    #expect(abs(drawn.p - gains.randomisationP) < 0.013)
  }

  /// The sampled test, made to work where the exact one can tell: 20 differences beside 1 that hardly matters.
  @Test func drawingAgreesWithLookingAtAll() throws {
    let twenty = try #require(try SciPyReference.recorded().samples.first { $0.name == "twenty" })
    let drawn = try #require(RandomisationTest(seed: 9).outcome(for: twenty.deltas + [1e-9]))
    #expect(!drawn.isExact)
    #expect(abs(drawn.p - twenty.randomisationP) < 0.002)
  }
}
