import Relevance
import Testing

@Suite struct KrippendorffAlphaTests {
  /// Raters' grades as digits, `-` where one gave none, and what the Python package `krippendorff` gives for them.
  ///
  /// The first is the example of Krippendorff 2011.
  static let recorded: [([String], nominal: Double, ordinal: Double, interval: Double)] = [
    (
      ["123321412---", "1233224125-3", "-3332342251-", "12332441251-"], 0.743421052631579, 0.8153875037548814,
      0.8491071428571428
    ),
    (
      ["-20-1-20131---003212", "220--0300213100---13", "0-333010-31103013-1-", "2-032020232331033232"],
      0.3312541037426132, 0.417338987963781, 0.4129189095329049
    ),
    (
      ["032--21020-1-3-1-0--", "233-3-03002-11-12032", "0-203112-0-310013--1"], 0.2627865961199294,
      0.3838519283517118, 0.38645833333333335
    ),
  ]

  @Test(arguments: recorded.indices)
  func agreesWithTheReference(index: Int) throws {
    let example = Self.recorded[index]
    let raters = example.0.map { $0.map(\.wholeNumberValue) }
    let units = raters[0].indices.map { unit in raters.compactMap { $0[unit] } }
    #expect(abs(try #require(KrippendorffAlpha.value(of: units, level: .nominal)) - example.nominal) < 1e-12)
    #expect(abs(try #require(KrippendorffAlpha.value(of: units, level: .ordinal)) - example.ordinal) < 1e-12)
    #expect(
      abs(try #require(KrippendorffAlpha.value(of: units, level: .interval)) - example.interval) < 1e-12)
  }

  /// The interval is what drawing the items themselves and computing anew gives.
  @Test func theIntervalIsThatOfDrawnItems() throws {
    let raters = Self.recorded[1].0.map { $0.map(\.wholeNumberValue) }
    let units = raters[0].indices.map { unit in raters.compactMap { $0[unit] } }.filter { $0.count > 1 }
    for level in KrippendorffAlpha.Level.allCases {
      var random = SeededRandom(seed: 7)
      let values = (0..<300).compactMap { _ in
        KrippendorffAlpha.value(of: units.map { _ in units[random.index(below: units.count)] }, level: level)
      }.sorted()
      let bootstrap = Bootstrap(resamples: 300, seed: 7)
      let interval = try #require(KrippendorffAlpha.intervals(of: units, by: bootstrap)[level])
      #expect(abs(interval.low - (Sample.quantile(0.025, ofSorted: values) ?? 0)) < 1e-12)
      #expect(abs(interval.high - (Sample.quantile(0.975, ofSorted: values) ?? 0)) < 1e-12)
      #expect(interval.low < interval.high)
    }
    #expect(KrippendorffAlpha.intervals(of: [[1, 2], [3]], by: Bootstrap(seed: 1)).isEmpty)
  }

  @Test func withoutTwoDifferentGradesThereIsNoValue() {
    for level in KrippendorffAlpha.Level.allCases {
      #expect(KrippendorffAlpha.value(of: [], level: level) == nil)
      #expect(KrippendorffAlpha.value(of: [[1], [2]], level: level) == nil)
      #expect(KrippendorffAlpha.value(of: [[2, 2], [2, 2, 2]], level: level) == nil)
      #expect(KrippendorffAlpha.value(of: [[0, 0], [3, 3]], level: level) == 1)
    }
  }
}
