import Foundation

/// Rank-biased precision: what a reader gains who goes on to the next document with probability p.
///
/// (1 − p) · Σ gain · p^(rank − 1). The gain is 1 from the relevant grade on, or grade ÷ highest when a highest grade
/// is given. Values lie in 0…1. See Moffat and Zobel, "Rank-biased precision for measurement of retrieval
/// effectiveness", TOIS 2008.
package struct RankBiasedPrecision: Measure, Hashable {
  /// What ir_measures takes for p.
  package static let usualPersistence = 0.8

  package let cutoff: Int?
  /// The probability to go on to the next rank, 0 ≤ p < 1.
  package let persistence: Double
  /// The smallest relevant grade; the evaluation's own when `nil`, and without effect when `highest` is given.
  package let level: Int?
  /// The grade that gains 1, others gaining their share of it; `nil` for gains of 0 and 1.
  package let highest: Int?

  /// Makes the measure.
  /// - Precondition: `persistence` lies in 0..<1 and `highest` is positive.
  package init(
    persistence: Double = usualPersistence, cutoff: Int? = nil, level: Int? = nil, highest: Int? = nil
  ) {
    precondition((0..<1).contains(persistence), "p must lie in 0..<1, not \(persistence)")
    if let highest { precondition(highest > 0, "the highest grade must be positive, not \(highest)") }
    self.persistence = persistence
    self.cutoff = cutoff
    self.level = level
    self.highest = highest
  }

  package var name: String { MeasureTitle.spell("RBP", parameters, cutoff: cutoff) }
  package var definition: String {
    "(1 − p) · Σ gain · p^(rank − 1)\(MeasureTitle.depth(cutoff)) with p = \(persistence); the gain is "
      + (highest.map { "grade ÷ \($0)" } ?? "1 for a relevant item")
  }

  package func score(_ topic: JudgedRanking) -> Double {
    var (sum, weight) = (0.0, 1 - persistence)
    for grade in topic.grades.prefix(cutoff ?? Int.max) {
      sum += weight * gain(of: grade, topic)
      weight *= persistence
    }
    return sum
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    MeasureTerms(
      topic.grades.prefix(cutoff ?? Int.max).enumerated().map {
        MeasureTerms.Term(gain: gain(of: $0.element, topic), discount: 1 / weight(at: $0.offset))
      }, norm: 1)
  }

  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? { gain(of: grade, topic) }

  /// How much the score could still grow: the weight of every unjudged rank, and of all ranks after the last.
  ///
  /// trec_eval's `rbp_resid` leaves the tail out when nothing is unjudged.
  package func residual(_ topic: JudgedRanking) -> Double? {
    let looked = topic.grades.prefix(cutoff ?? Int.max)
    let unjudged = looked.enumerated().reduce(0) { sum, ranked in
      (ranked.element ?? -1) < 0 ? sum + pow(persistence, Double(ranked.offset)) : sum
    }
    return (1 - persistence) * unjudged + pow(persistence, Double(looked.count))
  }

  /// The weight of a place (from 0).
  func weight(at place: Int) -> Double { (1 - persistence) * pow(persistence, Double(place)) }

  /// What a grade gains.
  func gain(of grade: Int?, _ topic: JudgedRanking) -> Double {
    guard let grade, grade >= 0 else { return 0 }
    if let highest { return min(1, Double(grade) / Double(highest)) }
    return grade >= level ?? topic.level ? 1 : 0
  }

  private var parameters: [String] {
    var parameters: [String] = []
    if persistence != Self.usualPersistence { parameters.append("p=\(persistence)") }
    if let level { parameters.append("rel=\(level)") }
    if let highest { parameters.append("max=\(highest)") }
    return parameters
  }

  /// Rank-biased precision as measure names describe it.
  package static let family = MeasureFamily(
    names: ["RBP"], cutoffUse: .optional, parameters: ["p", "rel", "max"],
    about: "gain discounted by p at each rank; max=G for graded gains, grade ÷ G"
  ) { arguments throws(MeasureNameError) in
    let persistence = try arguments.number("p") ?? usualPersistence
    guard (0..<1).contains(persistence) else {
      throw arguments.refusal("p lies in 0..<1, not \(persistence)")
    }
    return RankBiasedPrecision(
      persistence: persistence, cutoff: arguments.cutoff, level: try arguments.level,
      highest: try arguments.integer("max", in: 1...1_000_000))
  }
}
