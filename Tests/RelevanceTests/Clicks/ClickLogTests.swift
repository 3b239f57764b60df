import Relevance
import TestSupport
import Testing

@Suite struct ClickLogTests {
  private func record(
    _ item: String, at position: Int, impressions: Int, clicks: Int, carts: Int = 0, query: String = "q1"
  ) -> ClickRecord {
    ClickRecord(
      queryID: QueryID(query), item: DocumentID(item), position: position, impressions: impressions,
      clicks: clicks,
      cartAdditions: carts)
  }

  @Test func expectedClicksAreTheMeanRatesOfWhereAnItemWasShown() throws {
    var log = ClickLog()
    for record in [
      record("a", at: 1, impressions: 100, clicks: 30), record("b", at: 1, impressions: 100, clicks: 10),
      record("a", at: 2, impressions: 50, clicks: 5), record("b", at: 2, impressions: 150, clicks: 15),
    ] { log.add(record) }
    #expect(log.positions.map(\.rate) == [0.2, 0.1])
    let expected = log.all.map(log.expected)
    #expect(abs(expected[0] - 25) < 1e-12 && abs(expected[1] - 35) < 1e-12)
    let grades = try #require(ImplicitGrades(log, scale: .binary))
    #expect(zip(grades.entries.map(\.ratio), [35.0 / 25, 25.0 / 35]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// All acts together are as many as expected, whatever the weights: the ratio's weighted mean is 1.
  @Test func ratiosAreRelativeToTheAverage() {
    var generator = SeededGenerator(seed: 8)
    var log = ClickLog(weights: ClickWeights(cartAddition: 2.5))
    for _ in 0..<500 {
      let impressions = Int.random(in: 0...200, using: &generator)
      let clicks = Int.random(in: 0...impressions, using: &generator)
      log.add(
        record(
          "p\(Int.random(in: 0..<40, using: &generator))", at: Int.random(in: 1...10, using: &generator),
          impressions: impressions, clicks: clicks, carts: clicks / 3,
          query: "q\(Int.random(in: 0..<5, using: &generator))"))
    }
    let all = log.all
    let acts = all.reduce(0) { $0 + $1.acts }
    #expect(abs(acts - all.reduce(0) { $0 + log.expected($1) }) < 1e-6 * acts)
  }

  @Test func whatWasHardlySeenIsNotGraded() throws {
    var log = ClickLog()
    log.add(record("often", at: 1, impressions: 1000, clicks: 100))
    log.add(record("seldom", at: 1, impressions: 99, clicks: 50))
    log.add(record("deep", at: 40, impressions: 200, clicks: 0))
    let grades = try #require(ImplicitGrades(log, scale: .zeroToThree))
    #expect(grades.entries.map(\.tally.item.text) == ["often"])
    #expect(grades.tooFewImpressions == 1 && grades.tooLittleExpected == 1)
    // The threshold itself is enough.
    let exactly = try #require(ImplicitGrades(log, scale: .zeroToThree, threshold: .init(impressions: 99)))
    #expect(exactly.tooFewImpressions == 0)
  }
}

@Suite struct QuantileBinsTests {
  @Test func zeroIsTheLowestAndTheRestIsSpreadEvenly() {
    let ratios = [0, 0, 0, 0, 0.2, 0.3, 0.5, 1, 4, 9]
    let bins = QuantileBins(of: ratios, scale: .zeroToThree)
    #expect(bins.cuts == [0.3, 1])
    #expect(ratios.map(bins.grade) == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3])
  }

  @Test func equalRatiosShareABin() {
    let bins = QuantileBins(of: [1, 1, 1, 1, 1, 2], scale: .zeroToThree)
    #expect([1, 2].map(bins.grade) == [1, 3])
    #expect([0, 0.1, 100].map(QuantileBins(of: [], scale: .zeroToThree).grade) == [0, 1, 1])
    #expect([0, 0.1, 100].map(QuantileBins(of: [1, 2], scale: .binary).grade) == [0, 1, 1])
  }

  @Test func givenCutsHaveToFitTheScale() throws {
    let bins = try #require(QuantileBins(cuts: [0.5, 1.5], scale: .zeroToThree))
    #expect([0, 0.5, 0.6, 1.5, 1.6].map(bins.grade) == [0, 1, 2, 2, 3])
    #expect(QuantileBins(cuts: [0.5], scale: .zeroToThree) == nil)
    #expect(QuantileBins(cuts: [1.5, 0.5], scale: .zeroToThree) == nil)
    #expect(QuantileBins(cuts: [0, 0.5], scale: .zeroToThree) == nil)
  }
}
