internal import Relevance

/// One query of the set in the table: what each column makes of it and how much of that is judged.
package struct QueryRow: Hashable, Sendable {
  /// What one column makes of the query.
  struct Cell: Hashable, Sendable {
    /// The score, or `nil` when nothing about the query is judged or the column can't answer it.
    let score: Double?
    /// How many of the first items are judged.
    let judged: Int
    /// How many first items there are.
    let returned: Int
  }

  /// How many first items coverage and pools look at.
  static let depth = 10

  /// The slice it belongs to.
  let slice: String
  /// By column; `nil` while that column has not ranked the query.
  let cells: [Cell?]
  /// How many items are judged for the query.
  let judged: Int
  /// How many of the first items of all columns are not judged.
  let unjudged: Int
  /// How many of the first items the compared columns share; `nil` while one has not ranked the query.
  let overlap: Int?

  /// Measures the rankings of a query; `pair` are the columns that are compared.
  init(
    slice: String?, answers: [QuerySetRun.Answer], grades: [DocumentID: Int], measure: any Measure,
    pair: ColumnPair?
  ) {
    self.slice = slice ?? SliceVerdict.unnamed
    let rankings = answers.map(\.ranking)
    cells = answers.map { answer in
      if answer == .failed { return Cell(score: nil, judged: 0, returned: 0) }
      guard let ranking = answer.ranking else { return nil }
      let top = ranking.prefix(Self.depth)
      return Cell(
        score: grades.isEmpty ? nil : measure.score(ranking: ranking, grades: grades),
        judged: top.count { grades[$0] != nil }, returned: top.count)
    }
    judged = grades.count
    unjudged = Pool(of: rankings.map { $0 ?? [] }, depth: Self.depth).unjudged(by: grades).count
    if let pair, let left = rankings[pair.left], let right = rankings[pair.right] {
      overlap = TopOverlap(left, right, cutoff: Self.depth).shared
    } else {
      overlap = nil
    }
  }

  /// How much better the right column of a pair is; `nil` while that is not known.
  func difference(_ pair: ColumnPair?) -> Double? {
    guard let pair, let left = cells[pair.left]?.score, let right = cells[pair.right]?.score else {
      return nil
    }
    return right - left
  }
}
