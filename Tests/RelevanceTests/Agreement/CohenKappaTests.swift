import Relevance
import Testing

@Suite struct CohenKappaTests {
  /// Two raters' grades as digits, and what `cohen_kappa_score` of scikit-learn 1.9 gives for them.
  ///
  /// Its `labels` were set to every grade of the scale. In the last example, nobody gives the grade 2.
  static let recorded: [(String, String, none: Double, linear: Double, quadratic: Double)] = [
    (
      "1020333310303303210200003130133121132030", "1220331313303323210303031110133221102130",
      0.5921835174171622,
      0.5374653098982423, 0.5
    ),
    (
      "0002122414041334243420023", "3012122414032233231440333", 0.4532803180914513, 0.5641025641025641,
      0.6508675412611088
    ),
    (
      "001100110011100010000101111110", "001110110010010010010101010110", 0.5333333333333333,
      0.5333333333333333,
      0.5333333333333333
    ),
    (
      "130331000330133103103311", "130331003333133103003311", 0.8064516129032258, 0.791044776119403,
      0.7668711656441718
    ),
  ]

  @Test(arguments: recorded.indices)
  func agreesWithTheReference(index: Int) throws {
    let example = Self.recorded[index]
    let pairs = zip(example.0, example.1).map { ($0.wholeNumberValue ?? 0, $1.wholeNumberValue ?? 0) }
    #expect(abs(try #require(CohenKappa.value(of: pairs)) - example.none) < 1e-12)
    #expect(abs(try #require(CohenKappa.value(of: pairs, weighting: .linear)) - example.linear) < 1e-12)
    #expect(abs(try #require(CohenKappa.value(of: pairs, weighting: .quadratic)) - example.quadratic) < 1e-12)
  }

  /// Twenty grant proposals read by two people, as textbooks have it.
  @Test func theTextbook() throws {
    let pairs =
      Array(repeating: (1, 1), count: 20) + Array(repeating: (1, 0), count: 5)
      + Array(repeating: (0, 1), count: 10)
      + Array(repeating: (0, 0), count: 15)
    #expect(abs(try #require(CohenKappa.value(of: pairs)) - 0.4) < 1e-12)
  }

  /// The interval is what drawing the items themselves and computing anew gives.
  @Test func theIntervalIsThatOfDrawnItems() throws {
    let example = Self.recorded[0]
    let pairs = zip(example.0, example.1).map { ($0.wholeNumberValue ?? 0, $1.wholeNumberValue ?? 0) }
    for weighting in CohenKappa.Weighting.allCases {
      var random = SeededRandom(seed: 7)
      let values = (0..<300).compactMap { _ in
        CohenKappa.value(
          of: pairs.map { _ in pairs[random.index(below: pairs.count)] }, weighting: weighting)
      }.sorted()
      let bootstrap = Bootstrap(resamples: 300, seed: 7)
      let interval = try #require(CohenKappa.intervals(of: pairs, by: bootstrap)[weighting])
      #expect(abs(interval.low - (Sample.quantile(0.025, ofSorted: values) ?? 0)) < 1e-12)
      #expect(abs(interval.high - (Sample.quantile(0.975, ofSorted: values) ?? 0)) < 1e-12)
      #expect(interval.low < interval.high)
    }
  }

  @Test func withoutEnoughItemsThereIsNoInterval() {
    let bootstrap = Bootstrap(resamples: 200, seed: 1)
    #expect(CohenKappa.intervals(of: [(0, 1)], by: bootstrap).isEmpty)
    // Every fourth sample has one grade only, and no κ.
    #expect(CohenKappa.intervals(of: [(0, 0), (1, 1)], by: bootstrap).isEmpty)
  }

  @Test func whereChanceExpectsNoDisagreementThereIsNoValue() {
    #expect(CohenKappa.value(of: []) == nil)
    #expect(CohenKappa.value(of: [(2, 2), (2, 2)]) == nil)
    #expect(CohenKappa.value(of: [(2, 1), (2, 1)]) == 0)
    #expect(CohenKappa.value(of: [(0, 0), (3, 3)], weighting: .quadratic) == 1)
  }
}
