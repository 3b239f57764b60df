import Relevance
import Testing

@Suite struct ShareNotationTests {
  @Test(arguments: [
    (0.625, 0.9051, "[.62, .91]", "[0.6250, 0.9051]"), (0.29, 0.57, "[.29, .57]", "[0.2900, 0.5700]"),
    (0, 1, "[.00, 1.00]", "[0.0000, 1.0000]"), (0.999_999, 1, "[.99, 1.00]", "[0.9999, 1.0000]"),
    (0.000_01, 0.000_01, "[.00, .01]", "[0.0000, 0.0001]"),
  ])
  func roundsEndsOutwards(low: Double, high: Double, brief: String, full: String) {
    let interval = Interval(low: low, high: high)
    #expect(ShareNotation.brief.interval(interval) == brief)
    #expect(ShareNotation.full.interval(interval) == full)
  }

  /// Whatever the share, what is written of it lies within what is written of the interval around it.
  @Test func whatIsWrittenContainsWhatWasWorkedOut() throws {
    for thousandths in 0...1000 {
      let share = Double(thousandths) / 1000
      let notation = ShareNotation.brief
      let written = try [notation.least(share), notation.nearest(share), notation.most(share)].map {
        try #require(Double($0))
      }
      #expect(written[0] <= share + 1e-9 && share <= written[2] + 1e-9, "\(share): \(written)")
      #expect(written == written.sorted() && written[2] - written[0] < 0.0101, "\(share): \(written)")
    }
  }

  @Test func whatFallsShortNeverReadsAsIfItReached() {
    let known = StopAdvice.known(recall: 0.7999).words(in: .brief)
    #expect(known == ("lower the threshold", "every item is judged; recall .79, target .80"))
    let missed = StopAdvice.missed(most: 0.7999).words(in: .brief)
    #expect(missed == ("lower the threshold", "recall is below the target .80 at 95 %"))
    #expect(StopAdvice.missed(most: 0.7999).words(in: .full).reason.contains("at most 0.7999 at 95 %"))
    #expect(StopAdvice.reached(least: 0.805).words(in: .brief).reason.contains("at least .80 at 95 %"))
    let open = StopAdvice.open(Interval(low: 0.625, high: 0.905)).words(in: .brief)
    #expect(open == ("go on", "recall lies in [.62, .91] at 95 %; target .80"))
  }
}
