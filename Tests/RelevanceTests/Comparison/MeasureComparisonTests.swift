import Relevance
import Testing

@Suite struct MeasureComparisonTests {
  private let method = ComparisonMethod(
    bootstrap: Bootstrap(resamples: 500, seed: 1), randomisation: RandomisationTest(samples: 500, seed: 1))

  private func comparison(_ values: [[Double]]) -> MeasureComparison {
    MeasureComparison(
      measure: "m", queries: values[0].indices.map { QueryID("q\($0)") }, values: values, method: method)
  }

  @Test func everyColumnIsComparedWithTheFirst() {
    let three = comparison([[0.5, 0.5, 0.5, 0.5], [0.6, 0.7, 0.4, 0.9], [0.5, 0.5, 0.5, 0.5]])
    #expect(zip(three.means, [0.5, 0.65, 0.5]).allSatisfy { abs($0.mean - $1) < 1e-12 })
    #expect(three.pairs.count == 2)
    #expect(abs(three.pairs[0].delta.mean - 0.15) < 1e-12)
    #expect(three.pairs[0].record.wins == 3 && three.pairs[0].record.losses == 1)
    #expect(three.pairs[1].record.ties == 4)
    #expect(three.pairs[1].randomisation?.p == 1 && three.pairs[1].tTest == nil)
    #expect(three.pairs[1].delta.interval == Interval(low: 0, high: 0))
    // Two columns are a family of two, one column is none.
    #expect(three.pairs[0].randomisation?.p == 0.375 && three.pairs[0].adjustedP == 0.75)
    #expect(comparison([[0.1, 0.2], [0.2, 0.1]]).pairs[0].adjustedP == nil)
  }

  @Test func roundingIsNoDifference() throws {
    let pair = comparison([[0.1 + 0.2, 0.4], [0.3, 0.4]]).pairs[0]
    #expect(pair.record.ties == 2 && pair.randomisation?.p == 1 && pair.tTest == nil)
  }

  @Test func changesAreOrderedBySizeThenName() {
    let changes = comparison([[0.5, 0.5, 0.5, 0.5, 0.5], [0.9, 0.1, 0.5, 0.1, 0.6]]).changes(of: 1)
    #expect(changes.gains.map(\.query) == ["q0", "q4"])
    #expect(changes.losses.map(\.query) == ["q1", "q3"])
    #expect(changes.losses[0].delta == 0.1 - 0.5)
  }

  @Test func slicesAreOneFamily() {
    let whole = comparison([[0, 0, 0, 0, 0, 0], [0.1, 0.2, 0.3, -0.2, 0.2, 0.1]])
    let slices = whole.slices { $0 < "q3" ? "b" : "a" }
    #expect(slices.map(\.name) == ["a", "b"])
    #expect(slices[1].comparison.queries == ["q0", "q1", "q2"])
    #expect(abs(slices[1].comparison.means[1].mean - 0.2) < 1e-12)
    // The smaller p is doubled; the larger, which is not, may not come out below it.
    #expect(slices.map { $0.comparison.pairs[0].randomisation?.p } == [1, 0.25])
    #expect(slices.map { $0.comparison.pairs[0].adjustedP } == [1, 0.5])
    #expect(slices.allSatisfy { $0.comparison.pairs[0].isSmall })
  }

  @Test func slicesOfEqualLooksStayApart() {
    let whole = comparison([[0, 0, 0, 0], [0.1, 0.2, 0.3, 0.4]])
    let slices = whole.slices { $0 < "q2" ? "caf\u{e9}" : "cafe\u{301}" }
    #expect(slices.map(\.comparison.queries) == [["q2", "q3"], ["q0", "q1"]])
  }

  @Test func fewQueriesAreSaidToBeFew() {
    #expect(
      comparison([[Double](repeating: 0, count: 24), [Double](repeating: 1, count: 24)]).pairs[0].isSmall)
    #expect(
      !comparison([[Double](repeating: 0, count: 25), [Double](repeating: 1, count: 25)]).pairs[0].isSmall)
  }
}
