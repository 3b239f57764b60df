/// A range that a value is believed to lie in, ends included.
package struct Interval: Hashable, Sendable, Codable {
  /// The lower end.
  package let low: Double
  /// The upper end, at least `low`.
  package let high: Double

  /// Makes an interval.
  /// - Precondition: `low` does not exceed `high`.
  package init(low: Double, high: Double) {
    precondition(low <= high, "an interval from \(low) to \(high)")
    self.low = low
    self.high = high
  }

  /// Whether `value` lies inside, ends included.
  package func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }
}
