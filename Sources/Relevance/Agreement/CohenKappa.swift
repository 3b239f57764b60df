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
    let kinds = Kinds(pairs.map { [$0.0, $0.1] })
    return PairedGrades(kinds.values).kappa(kinds.counts, weighting)
  }

  /// The intervals that other items of the kind would have moved κ in, by weighting; none where there are fewer than two
  /// common items, or where too many samples leave κ undefined.
  ///
  /// All weightings see the same samples.
  /// - Complexity: O(resamples × (items + different pairs of grades + grades²)).
  package static func intervals(of pairs: [(Int, Int)], by bootstrap: Bootstrap) -> [Weighting: Interval] {
    let kinds = Kinds(pairs.map { [$0.0, $0.1] })
    let grades = PairedGrades(kinds.values)
    let intervals = bootstrap.intervals(of: kinds, count: Weighting.allCases.count) { times in
      Weighting.allCases.map { grades.kappa(times, $0) }
    }
    return zip(Weighting.allCases, intervals).reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}

/// The different pairs of grades that two raters gave, ready to be counted again and again.
private struct PairedGrades {
  /// The grades that occur, ascending.
  private let grades: [Int]
  /// Each pair by the places of its grades.
  private let pairs: [(first: Int, second: Int)]

  init(_ pairs: [[Int]]) {
    grades = Set(pairs.joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(grades, grades.indices))
    self.pairs = pairs.map { (first: places[$0[0], default: 0], second: places[$0[1], default: 0]) }
  }

  /// κ when each pair occurs so many times.
  func kappa(_ times: [Int], _ weighting: CohenKappa.Weighting) -> Double? {
    var firsts = [Double](repeating: 0, count: grades.count)
    var seconds = firsts
    var (observed, total) = (0.0, 0.0)
    for (pair, count) in zip(pairs, times) where count > 0 {
      firsts[pair.first] += Double(count)
      seconds[pair.second] += Double(count)
      observed += Double(count) * weighting.cost(grades[pair.first], grades[pair.second])
      total += Double(count)
    }
    var expected = 0.0
    for (first, count) in firsts.enumerated() where count > 0 {
      for (second, other) in seconds.enumerated() where other > 0 {
        expected += count * other * weighting.cost(grades[first], grades[second])
      }
    }
    guard expected > 0 else { return nil }
    return 1 - observed * total / expected
  }
}
