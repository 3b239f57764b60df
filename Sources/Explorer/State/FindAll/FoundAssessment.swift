package import Relevance

/// What judgments say about a cut.
package struct FoundAssessment: Hashable, Sendable {
  /// What is known, by place.
  package let judged: JudgedPlaces
  /// How many rounds of the sample are decided about as a whole.
  package let rounds: Int
  /// How many items of the sample were asked for.
  package let asked: Int
  /// How many of the items asked for are decided about.
  package let decided: Int
  /// How many judged items are not among those that may answer.
  package let absent: Int
  /// How much was found.
  package let estimate: FoundEstimate
  /// Whether one can stop.
  package let advice: StopAdvice

  /// Whether a part of the sample that was asked for is not decided about, so that what is said of the recall is not
  /// final, or missing.
  package var isUnfinished: Bool { decided < asked && estimate.basis != .complete }

  /// Looks at a cut.
  package init(
    _ found: ScoredCatalogue, cut: Int, asked: [Int], verdicts: [Int: Verdict], absent: Int,
    target: Double = StopAdvice.target
  ) {
    judged = JudgedPlaces(verdicts)
    rounds = found.sample.complete { verdicts[$0] != nil }
    self.asked = asked.count
    decided = asked.count { verdicts[$0] != nil }
    self.absent = absent
    estimate = FoundEstimate(cut: cut, sample: found.sample, rounds: rounds, judged: judged)
    advice = StopAdvice(estimate, irrelevantRun: judged.irrelevantRun(from: cut), target: target)
  }
}
