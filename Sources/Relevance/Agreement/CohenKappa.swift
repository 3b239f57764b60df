/// Cohen's κ: how much better two raters agree than two who give grades as often, but by chance (Cohen 1960, 1968).
package enum CohenKappa {
  /// How much a disagreement counts.
  package enum Weighting: String, CaseIterable, Hashable, Sendable {
    /// Every disagreement alike.
    case none
    /// By the distance of the grades.
    case linear
    /// By the square of their distance.
    case quadratic

    fileprivate func cost(_ first: Int, _ second: Int) -> Double {
      let distance = Double(abs(first - second))
      return switch self {
      case .none: first == second ? 0 : 1
      case .linear: distance
      case .quadratic: distance * distance
      }
    }
  }

  /// 1 minus the observed disagreement in units of the one expected by chance.
  ///
  /// The distance is that of the grades, not of their places among the grades that occur: as scikit-learn's
  /// `cohen_kappa_score` with `labels` set to all grades of the scale.
  /// - Returns: at most 1, 0 at chance; `nil` without common items, or when chance expects no disagreement because both
  ///   gave one grade only.
  /// - Complexity: linear in the items, quadratic in the grades.
  package static func value(of pairs: [(Int, Int)], weighting: Weighting = .none) -> Double? {
    value(of: pairs, times: pairs.map { _ in 1 }, weighting: weighting)
  }

  /// The interval that other items of the kind would have moved κ in; `nil` with fewer than two common items, or when
  /// too many samples leave it undefined.
  /// - Complexity: O(resamples × (items + different pairs of grades)).
  package static func interval(
    of pairs: [(Int, Int)], weighting: Weighting = .none, by bootstrap: Bootstrap
  ) -> Interval? {
    let kinds = Kinds(pairs.map { [$0.0, $0.1] })
    let distinct = kinds.values.map { ($0[0], $0[1]) }
    return bootstrap.interval(of: kinds) { value(of: distinct, times: $0, weighting: weighting) }
  }

  /// κ of pairs each of which occurs so many times.
  private static func value(of pairs: [(Int, Int)], times: [Int], weighting: Weighting) -> Double? {
    var firsts: [Int: Double] = [:]
    var seconds: [Int: Double] = [:]
    var observed = 0.0
    for ((first, second), count) in zip(pairs, times) where count > 0 {
      firsts[first, default: 0] += Double(count)
      seconds[second, default: 0] += Double(count)
      observed += Double(count) * weighting.cost(first, second)
    }
    var expected = 0.0
    for (first, count) in firsts.sorted(by: { $0.key < $1.key }) {
      for (second, other) in seconds.sorted(by: { $0.key < $1.key }) {
        expected += count * other * weighting.cost(first, second)
      }
    }
    guard expected > 0 else { return nil }
    return 1 - observed * Double(times.reduce(0, +)) / expected
  }
}
