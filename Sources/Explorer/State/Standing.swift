package import Relevance

/// How good a ranking is for its query, as far as is known.
package struct Standing: Hashable, Sendable {
  /// Where the grades come from.
  package enum Source: String, Hashable, Sendable {
    /// The reference judgments the explorer was opened with.
    case reference = "qrels"
    /// What the one who judges now said.
    case own = "yours"
    /// What everybody said.
    case everybody = "everybody"

    /// Whose grades they are, in a few words.
    var words: String {
      switch self {
      case .reference: "grades of the qrels"
      case .own: "your own grades"
      case .everybody: "everybody’s grades"
      }
    }
  }

  /// How many first items coverage looks at.
  package static let cutoff = 10

  /// What the ranking is measured by.
  package let measure: MeasureChoice
  /// The score, or `nil` when no relevant item is known, so that there is nothing to find.
  package let score: Double?
  /// How many of the first ten items are judged.
  package let judged: Int
  /// Whose grades were used.
  package let source: Source

  /// Measures a ranking by the reference judgments of its query or, when they have none, by the journal's, which are those
  /// of `source`.
  ///
  /// `nil` when neither knows the query. The two are never mixed: one number has one source, and it is named.
  package init?(
    of ranking: Ranking, by measure: MeasureChoice, reference: Qrels, journal: Qrels,
    of source: Source = .own
  ) {
    let known = reference[ranking.query.id]
    let given = journal[ranking.query.id]
    guard !known.isEmpty || !given.isEmpty else { return nil }
    let grades = known.isEmpty ? given : known
    self.measure = measure
    self.source = known.isEmpty ? source : .reference
    self.score =
      grades.values.contains { $0 > 0 }
      ? measure.measure.score(ranking: ranking.top(ExplorerState.boardDepth), grades: grades) : nil
    self.judged = Judged(cutoff: Self.cutoff).count(ranking: ranking.top(Self.cutoff), grades: grades)
  }
}
