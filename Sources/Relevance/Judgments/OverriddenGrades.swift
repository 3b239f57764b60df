/// Grades that stopped counting because their assessor decided about the same item on another scale since.
package struct OverriddenGrades: Hashable, Sendable {
  /// How many there are on each scale, by its name.
  package let counts: [Count]

  /// How many grades on one scale don't count any more.
  package struct Count: Hashable, Sendable {
    /// The scale's id.
    package let scale: String
    /// How many.
    package let count: Int
  }

  /// Replays decisions in their order; those outside the selection play no part.
  /// - Complexity: O(decisions).
  package init(
    _ judgments: some Sequence<Judgment>, choosing selection: JudgmentSelection = JudgmentSelection()
  ) {
    var graded: [JudgmentSubject: Set<OpaqueName>] = [:]
    var standing: [JudgmentSubject: OpaqueName] = [:]
    for judgment in judgments where judgment.decision.settlesGrade && selection.contains(judgment) {
      let subject = JudgmentSubject(judgment)
      let scale = OpaqueName(judgment.scale)
      standing[subject] = scale
      if judgment.grade != nil {
        graded[subject, default: []].insert(scale)
      } else {
        // Taken back on its own scale, it was replaced by nothing.
        graded[subject]?.remove(scale)
      }
    }
    let scales = graded.flatMap { subject, scales in scales.filter { $0 != standing[subject] } }
    counts = Dictionary(grouping: scales, by: { $0 }).sorted { $0.key < $1.key }
      .map { Count(scale: $0.key.text, count: $0.value.count) }
  }
}
