package import Relevance
package import Retrieval
internal import TerminalUI

/// How a comparison is written down.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  /// Markdown, with the pictures on a sheet beside it.
  case markdown
  /// One HTML file with the pictures in it.
  case html
}

/// What the columns say about a query, at the moment it is exported: plain values that any form can be written from.
package struct ComparisonSnapshot: Hashable, Sendable {
  /// How many items of each column are exported.
  package static let depth = 20

  /// One result.
  package struct Row: Hashable, Sendable {
    /// From 1.
    package let rank: Int
    /// The item's id, title and facts.
    package let card: ItemCard
    /// The score.
    package let score: Double
    /// What the score is the sum of.
    package let parts: [ScorePart]
    /// The grade in the journal with its name, such as `3 exact`; `nil` when there is none.
    package let grade: String?
    /// The grade in the reference judgments; `nil` when they have none.
    package let reference: String?
    /// Where it went against the column to the left; empty when nowhere.
    package let movement: String
  }

  /// One column.
  package struct Column: Hashable, Sendable {
    /// The letter of its head.
    package let letter: String
    /// The configuration in words.
    package let name: String
    /// The configuration, whose plan made the rows.
    package let plan: SearchPlan
    /// The model of its vectors; `nil` for the first one's.
    package let model: String?
    /// The measure, the score and the share judged in words; `nil` when nothing is known about the query.
    package let measure: String?
    /// How it differs from the column to the left, in words; `nil` for the first.
    package let difference: String?
    /// Whether the list is the top of the full ranking, and how that is known.
    package let exactness: String
    /// Seconds of the search.
    package let seconds: Double
    /// How many items matched.
    package let matched: Int
    /// The first rows.
    package let rows: [Row]
  }

  /// A column without an answer.
  package struct Unanswered: Hashable, Sendable {
    /// The letter of its head.
    package let letter: String
    /// The configuration in words.
    package let name: String
    /// Why there is none.
    package let reason: String
  }

  /// The query.
  package let query: Query
  /// The catalogue's short name.
  package let catalogue: String
  /// The encoder's id.
  package let encoder: String
  /// The columns that have an answer, left to right.
  package let columns: [Column]
  /// The others.
  package let unanswered: [Unanswered]
  /// Whether the measures are of reference judgments, which are then told beside the journal's grades.
  package let hasReference: Bool

  /// Takes what a state shows; `nil` while no column has an answer to its query.
  package init?(_ state: ExplorerState) {
    query = state.query
    catalogue = state.bench.catalogue
    encoder = state.bench.encoder
    hasReference = !state.bench.qrels[state.query.id].isEmpty
    columns = state.columns.indices.compactMap { Self.column($0, of: state) }
    unanswered = state.columns.indices.compactMap { index in
      let column = state.columns[index]
      guard column.ranking?.query != state.query else { return nil }
      return Unanswered(
        letter: ColumnHeadPanel.letter(of: index), name: column.settings.name,
        reason: column.failure?.message ?? "not answered yet")
    }
    guard !columns.isEmpty else { return nil }
  }

  private static func column(_ index: Int, of state: ExplorerState) -> Column? {
    let column = state.columns[index]
    guard let ranking = column.ranking, ranking.query == state.query else { return nil }
    let comparison = state.comparison(of: index)
    func name(_ grade: Int?) -> String? {
      grade.map { grade in state.bench.scale.name(of: grade).map { "\(grade) \($0)" } ?? "\(grade)" }
    }
    let grades = state.book.grades[ranking.query.id]
    let reference = state.bench.qrels[ranking.query.id]
    let rows = zip(ranking.outcome.items, ranking.cards).prefix(depth).map { item, card in
      Row(
        rank: item.rank, card: card, score: item.score, parts: item.parts,
        grade: name(grades[card.id]), reference: name(reference[card.id]),
        movement: comparison?.movement(of: item).text ?? "")
    }
    let cutoff = Standing.cutoff
    return Column(
      letter: ColumnHeadPanel.letter(of: index), name: column.settings.name, plan: ranking.plan,
      model: column.settings.model?.name,
      measure: column.standing.map { standing in
        let score = standing.score.map { Numerals.fraction($0, decimals: 4) } ?? "–"
        let source = standing.source == .reference ? "reference judgments" : "journal"
        return
          "\(standing.measure.title) \(score), \(standing.judged) of the first \(cutoff) judged (\(source))"
      },
      difference: comparison.map { comparison in
        "\(comparison.overlap(at: cutoff)) of the first \(cutoff) are among the first \(cutoff) of the column before"
      }, exactness: exactness(ranking.outcome.exactness), seconds: ranking.seconds,
      matched: ranking.outcome.matched, rows: rows)
  }

  private static func exactness(_ exactness: Exactness) -> String {
    switch exactness {
    case .scanned: "exact"
    case .proven: "exact, proven"
    case .approximate(let reason): "approximate: \(reason)"
    }
  }
}

/// A comparison to be written into a file.
package struct ExportRequest: Hashable, Sendable {
  /// The form.
  package let format: ExportFormat
  /// What to write.
  package let comparison: ComparisonSnapshot
}
