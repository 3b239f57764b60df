/// How the score of a ranking depends on grades: what a search over assignments of grades may rely on.
package enum GradeDependence: Sendable {
  /// A weighted sum of gains by rank, divided by something that depends only on how many items have which gain.
  case weightedGains(WeightedGains)
  /// Nothing but the rank of the first document with at least this grade.
  case firstRelevant(level: Int)
  /// Every score lies in 0…1, and exchanging the grades of two items never lowers the score of a ranking that has the
  /// better of them higher afterwards (an item that is not returned counts as the lowest of all). With a level, all
  /// grades from it on are alike, and so are all below.
  case rewardsOrder(level: Int?)
}

/// A measure that tells how it depends on grades; of others, only trying every assignment gives an interval.
package protocol GradeDependent: Measure {
  /// What may be relied on.
  var dependence: GradeDependence { get }
}

/// A measure of the form Σ gain(grade at rank r) · discount(r) ÷ normaliser.
package struct WeightedGains: Sendable {
  /// What the sum is divided by.
  package enum Normaliser: Hashable, Sendable {
    /// Something that no grade changes.
    case constant(Double)
    /// The sum over the ideal ranking of all judged documents, cut at this rank (`nil`: not cut), 0 ÷ 0 being 0.
    case ideal(cutoff: Int?)
    /// The sum of all positive gains, 0 ÷ 0 being 0.
    case total
  }

  let normaliser: Normaliser
  let gain: @Sendable (Int) -> Double
  private let uncutDiscount: @Sendable (Int) -> Double
  private let cutoff: Int?

  /// Makes the form.
  /// - Parameters:
  ///   - normaliser: what the sum is divided by.
  ///   - cutoff: the rank below which nothing counts; `nil` when all ranks do.
  ///   - gain: the gain of a grade; negative gains count as 0, as does what is not judged.
  ///   - discount: the weight of a rank, from 1; never negative, and never rising with the rank.
  package init(
    normaliser: Normaliser, cutoff: Int?, gain: @escaping @Sendable (Int) -> Double,
    discount: @escaping @Sendable (Int) -> Double
  ) {
    self.normaliser = normaliser
    self.cutoff = cutoff
    self.gain = { max(0, gain($0)) }
    uncutDiscount = discount
  }

  /// The weight of a rank of a ranking.
  func discount(_ rank: Int) -> Double {
    if let cutoff, rank > cutoff { return 0 }
    return uncutDiscount(rank)
  }

  /// The weight of a rank of the ideal ranking, which has a cutoff of its own.
  func idealDiscount(_ rank: Int) -> Double { uncutDiscount(rank) }
}
