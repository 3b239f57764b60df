/// Maps the scores of one list onto a scale that other lists have too: `(score − origin) / unit`.
///
/// The numbers come from the list that is fused and from nothing beyond it. Where they leave no unit to measure in (a
/// deviation of 0, a best score that is the least possible one), all items get `constant`.
struct ScoreScale: Hashable, Sendable {
  /// The rule the numbers come from.
  let normalisation: Normalisation
  /// The score that becomes 0.
  let origin: Double
  /// What the score that becomes 1 has more; 0 when there is none.
  let unit: Double
  /// The value of every item when `unit` is 0 or, as only a damaged file can make it, infinite: 0, but ½ under DBSF,
  /// where every score is the mean.
  let constant: Double

  /// Measures a list.
  /// - Complexity: O(n).
  init(_ normalisation: Normalisation, lane: Lane, list: LaneList) {
    self.normalisation = normalisation
    let scores = list.entries.map(\.score)
    switch normalisation {
    case .minMax:
      let high = scores.max() ?? 0
      (origin, unit, constant) = (lane.leastScore, max(0, high - lane.leastScore), 0)
    case .zScore:
      let (mean, deviation) = Self.moments(scores)
      (origin, unit, constant) = (mean, deviation, 0)
    case .dbsf:
      let (mean, deviation) = Self.moments(scores)
      (origin, unit, constant) = (mean - 3 * deviation, 6 * deviation, 0.5)
    }
  }

  /// The place of a score on the scale.
  func value(of score: Double) -> Double {
    guard unit > 0, unit.isFinite else { return constant }
    let value = (score - origin) / unit
    return normalisation == .dbsf ? min(1, max(0, value)) : value
  }

  /// The list's numbers that the formula names.
  var inputs: [Explanation] {
    switch normalisation {
    case .minMax: [Explanation("low", value: origin), Explanation("high", value: origin + unit)]
    case .zScore: [Explanation("mean", value: origin), Explanation("deviation", value: unit)]
    case .dbsf:
      [Explanation("mean", value: origin + unit / 2), Explanation("σ, the deviation", value: unit / 6)]
    }
  }

  /// The mean and the (population) standard deviation; a spread that is rounding alone counts as none.
  private static func moments(_ scores: [Double]) -> (mean: Double, deviation: Double) {
    guard !scores.isEmpty else { return (0, 0) }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let square = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
    let deviation = square.squareRoot()
    return (mean, deviation > 1e-12 * max(1, abs(mean)) ? deviation : 0)
  }
}
