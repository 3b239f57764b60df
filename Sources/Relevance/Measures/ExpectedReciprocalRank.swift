import Foundation

/// Expected reciprocal rank: 1 ÷ the rank at which a reader who goes down the list is expected to be satisfied.
///
/// A document satisfies with probability (2^grade − 1) ÷ 2^highest; unjudged ones never do. gdeval, and so `ERR@k` of
/// ir_measures, fixes the highest grade at 4 whatever the scale; here it can be said: `ERR(max=3)@10`. Values lie in
/// 0…1. See Chapelle et al., "Expected reciprocal rank for graded relevance", CIKM 2009.
package struct ExpectedReciprocalRank: Measure, Hashable {
  /// What gdeval takes for the highest grade.
  package static let usualHighest = 4

  package let cutoff: Int?
  /// The highest grade of the scale; larger grades count as this one.
  package let highest: Int

  /// Makes the measure.
  /// - Precondition: `highest` lies in 1…60.
  package init(cutoff: Int? = nil, highest: Int = usualHighest) {
    precondition((1...60).contains(highest), "the highest grade must lie in 1…60, not \(highest)")
    self.cutoff = cutoff
    self.highest = highest
  }

  package var name: String {
    MeasureTitle.spell("ERR", highest == Self.usualHighest ? [] : ["max=\(highest)"], cutoff: cutoff)
  }
  package var definition: String {
    "Σ the probability to stop at each rank\(MeasureTitle.depth(cutoff)) ÷ rank; an item satisfies with "
      + "(2^grade − 1) ÷ 2^\(highest)"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    stops(topic).enumerated().reduce(0) { $0 + $1.element / Double($1.offset + 1) }
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    MeasureTerms(
      stops(topic).enumerated().map { MeasureTerms.Term(gain: $0.element, discount: Double($0.offset + 1)) },
      norm: 1)
  }

  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? { Double(min(grade, highest)) }

  /// The probability that the reader stops at each rank.
  func stops(_ topic: JudgedRanking) -> [Double] {
    var going = 1.0
    return topic.grades.prefix(cutoff ?? Int.max).map { grade in
      guard let grade, grade > 0 else { return 0 }
      let satisfied = (exp2(Double(min(grade, highest))) - 1) / exp2(Double(highest))
      defer { going *= 1 - satisfied }
      return going * satisfied
    }
  }

  /// Expected reciprocal rank as measure names describe it.
  package static let family = MeasureFamily(
    names: ["ERR"], cutoffUse: .optional, parameters: ["max"],
    about:
      "1 ÷ the rank at which a reader is expected to be satisfied; max is the highest grade, 4 as in gdeval"
  ) { arguments throws(MeasureNameError) in
    ExpectedReciprocalRank(
      cutoff: arguments.cutoff, highest: try arguments.integer("max", in: 1...60) ?? usualHighest)
  }
}
