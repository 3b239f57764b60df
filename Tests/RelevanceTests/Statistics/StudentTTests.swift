import Relevance
import Testing

@Suite struct StudentTTests {
  @Test func tailsAreThoseOfSciPy() throws {
    let reference = try SciPyReference.recorded()
    for tail in reference.studentT {
      let p = StudentT.twoSided(tail.t, degreesOfFreedom: tail.df)
      #expect(
        abs(p - tail.p) <= 1e-9 * tail.p + 1e-300, "t \(tail.t), \(tail.df) degrees: \(p), not \(tail.p)")
      #expect(StudentT.twoSided(-tail.t, degreesOfFreedom: tail.df) == p)
    }
    #expect(reference.studentT.count == 110)
  }

  @Test func incompleteBetaIsThatOfSciPy() throws {
    for beta in try SciPyReference.recorded().incompleteBeta {
      let value = IncompleteBeta.regularised(beta.x, complement: 1 - beta.x, a: beta.a, b: beta.b)
      #expect(
        abs(value - beta.value) <= 1e-9 * beta.value + 1e-14, "I_\(beta.x)(\(beta.a), \(beta.b)) = \(value)")
    }
  }

  /// With one degree of freedom the tail is that of the Cauchy distribution, with two it is algebraic.
  @Test func smallDegreesHaveClosedForms() {
    #expect(abs(StudentT.twoSided(1, degreesOfFreedom: 1) - 0.5) < 1e-14)
    for t in [0.1, 1.0, 4.0] {
      #expect(abs(StudentT.twoSided(t, degreesOfFreedom: 2) - (1 - t / (2 + t * t).squareRoot())) < 1e-14)
    }
  }

  @Test func pairedTestsAreThoseOfSciPy() throws {
    for sample in try SciPyReference.recorded().samples {
      let test = try #require(PairedTTest(sample.deltas))
      #expect(abs(test.statistic - sample.t) < 1e-9, "\(sample.name)")
      #expect(test.degreesOfFreedom == sample.df, "\(sample.name)")
      #expect(abs(test.p - sample.tP) < 1e-9, "\(sample.name)")
    }
  }

  @Test func isUndefinedWithoutVariance() {
    #expect(PairedTTest([]) == nil)
    #expect(PairedTTest([0.3]) == nil)
    #expect(PairedTTest([0, 0, 0]) == nil)
    #expect(PairedTTest([0.1, 0.1, 0.1]) == nil)
    #expect(PairedTTest([0.1, 0.1, 0.2]) != nil)
  }
}
