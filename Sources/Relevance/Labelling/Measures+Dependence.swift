// How each measure depends on grades. What is not listed here is only known by trying every assignment.

extension NDCG: GradeDependent {
  package var dependence: GradeDependence {
    // Norms that depend on what was returned differ between two rankings.
    guard ideal != .returned else { return .rewardsOrder(level: nil) }
    return .weightedGains(
      WeightedGains(
        normaliser: .ideal(cutoff: ideal == .cut ? cutoff : nil), cutoff: cutoff,
        gain: { [gains] in gains.gain(of: $0) }, discount: { 1 / Discount.at($0 - 1) }))
  }
}

extension PrecisionAtK: GradeDependent {
  package var dependence: GradeDependence {
    guard !isShortened else { return .rewardsOrder(level: level ?? WeightedGains.usualLevel) }
    return .weightedGains(
      .relevant(from: level, normaliser: .constant(Double(depth)), cutoff: depth) { _ in 1 })
  }
}

extension RecallAtK: GradeDependent {
  package var dependence: GradeDependence {
    .weightedGains(.relevant(from: level, normaliser: .total, cutoff: depth) { _ in 1 })
  }
}

extension RankBiasedPrecision: GradeDependent {
  package var dependence: GradeDependence {
    let discount: @Sendable (Int) -> Double = { [self] in weight(at: $0 - 1) }
    guard let highest else {
      return .weightedGains(
        .relevant(from: level, normaliser: .constant(1), cutoff: cutoff, discount: discount))
    }
    return .weightedGains(
      WeightedGains(
        normaliser: .constant(1), cutoff: cutoff, gain: { min(1, Double($0) / Double(highest)) },
        discount: discount))
  }
}

extension ReciprocalRank: GradeDependent {
  package var dependence: GradeDependence { .firstRelevant(level: level ?? WeightedGains.usualLevel) }
}

extension SuccessAtK: GradeDependent {
  package var dependence: GradeDependence { .firstRelevant(level: level ?? WeightedGains.usualLevel) }
}

extension AveragePrecision: GradeDependent {
  package var dependence: GradeDependence { .rewardsOrder(level: level ?? WeightedGains.usualLevel) }
}

extension RPrecision: GradeDependent {
  package var dependence: GradeDependence { .rewardsOrder(level: level ?? WeightedGains.usualLevel) }
}

extension ExpectedReciprocalRank: GradeDependent {
  package var dependence: GradeDependence { .rewardsOrder(level: nil) }
}

extension WeightedGains {
  /// From which grade on items are relevant where a measure does not say.
  static let usualLevel = 1

  /// Items gain 1 from a level on, and nothing below.
  fileprivate static func relevant(
    from level: Int?, normaliser: Normaliser, cutoff: Int?, discount: @escaping @Sendable (Int) -> Double
  ) -> WeightedGains {
    WeightedGains(
      normaliser: normaliser, cutoff: cutoff, gain: { $0 >= level ?? usualLevel && $0 >= 0 ? 1 : 0 },
      discount: discount)
  }
}
