/// Which judgments take part: by assessor, source and scale.
package struct JudgmentSelection: Hashable, Sendable {
  /// Whose judgments; of everybody when empty.
  package var assessors: Set<OpaqueName>
  /// Which sources, by kind (`human`, `imported`, `implicit`) or in full (`implicit:clicks`); when empty, all but
  /// implicit ones.
  package var sources: Set<OpaqueName>
  /// On which scales, by id; on all when empty.
  package var scales: Set<OpaqueName>

  /// Makes a selection; by itself it is everything that somebody decided.
  package init(
    assessors: Set<OpaqueName> = [], sources: Set<OpaqueName> = [], scales: Set<OpaqueName> = []
  ) {
    self.assessors = assessors
    self.sources = sources
    self.scales = scales
  }

  /// Everything, derived from clicks or not: for counting, never for measuring.
  package static let all = JudgmentSelection(sources: ["human", "imported", "implicit"])

  /// Whether a judgment takes part.
  package func contains(_ judgment: Judgment) -> Bool {
    (assessors.isEmpty || assessors.contains(OpaqueName(judgment.assessor)))
      && (scales.isEmpty || scales.contains(OpaqueName(judgment.scale)))
      && (sources.isEmpty
        ? !judgment.source.isImplicit : sources.contains { judgment.source.answers(to: $0) })
  }
}
