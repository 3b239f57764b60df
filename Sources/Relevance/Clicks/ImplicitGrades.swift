/// Grades derived from a log of clicks.
package struct ImplicitGrades: Hashable, Sendable {
  /// One derived grade and what it rests on.
  package struct Entry: Hashable, Sendable {
    /// What happened.
    package let tally: ClickLog.Tally
    /// The acts expected where the item was shown.
    package let expected: Double
    /// Acts over expected acts: 1 is average.
    package let ratio: Double
    /// The grade.
    package let grade: Int
  }

  /// What it takes to be graded.
  package struct Threshold: Hashable, Sendable {
    /// The fewest impressions.
    package let impressions: Int
    /// The fewest acts that an average item would have got: below, that nobody clicked says nothing.
    package let expected: Double

    /// Makes a threshold.
    package init(impressions: Int = 100, expected: Double = 1) {
      self.impressions = impressions
      self.expected = expected
    }
  }

  /// The grades, by the bytes of query id and item.
  package let entries: [Entry]
  /// Where the bins end.
  package let bins: QuantileBins
  /// How many items of queries had too few impressions.
  package let tooFewImpressions: Int
  /// How many others were too seldom expected to be clicked.
  package let tooLittleExpected: Int

  /// Grades every item of every query about which the log says enough.
  ///
  /// Bins end at `cuts`, or at quantiles of the ratios above 0 when those are `nil`; the result is `nil` when the cuts
  /// don't fit the scale.
  package init?(
    _ log: ClickLog, scale: Scale, threshold: Threshold = Threshold(), cuts: [Double]? = nil
  ) {
    let shown = log.all
    let known = shown.filter { $0.impressions >= threshold.impressions }
    let judged = known.map { (tally: $0, expected: log.expected($0)) }
      .filter { $0.expected > 0 && $0.expected >= threshold.expected }
    tooFewImpressions = shown.count - known.count
    tooLittleExpected = known.count - judged.count
    let ratios = judged.map { $0.tally.acts / $0.expected }
    if let cuts {
      guard let bins = QuantileBins(cuts: cuts, scale: scale) else { return nil }
      self.bins = bins
    } else {
      bins = QuantileBins(of: ratios, scale: scale)
    }
    let bins = bins
    entries = zip(judged, ratios).map { judged, ratio in
      Entry(tally: judged.tally, expected: judged.expected, ratio: ratio, grade: bins.grade(of: ratio))
    }
  }
}
