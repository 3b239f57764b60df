/// Which grade each of several raters gave to each item of each query, all on one scale.
package struct GradeTable: Hashable, Sendable {
  /// One item for one query.
  package struct Row: Hashable, Sendable {
    /// The query's id.
    package let queryID: QueryID
    /// The query's text, as the first rater saw it.
    package let query: String
    /// The item.
    package let item: DocumentID
    /// Grades in the order of the table's raters; `nil` where one gave none.
    package var grades: [Int?]

    /// Makes a row.
    package init(queryID: QueryID, query: String = "", item: DocumentID, grades: [Int?]) {
      self.queryID = queryID
      self.query = query
      self.item = item
      self.grades = grades
    }
  }

  /// People first, then logs, each by the bytes of their names.
  package let raters: [Rater]
  /// The items that anybody graded, by the bytes of query id and item.
  package private(set) var rows: [Row]

  /// Makes a table of rows that have a grade, or `nil`, for every rater.
  package init(raters: [Rater], rows: [Row]) {
    precondition(rows.allSatisfy { $0.grades.count == raters.count }, "a grade or nil for every rater")
    self.raters = raters
    self.rows = rows
  }

  /// The grades that count, of judgments that were made on one scale.
  /// - Parameter judgments: at most one for each subject, as `StandingJudgments.grades` has them.
  package init(_ judgments: some Sequence<Judgment>) {
    let graded = judgments.filter { $0.grade != nil }
    raters = Set(graded.map(\.rater)).sorted()
    let columns = Dictionary(uniqueKeysWithValues: zip(raters, raters.indices))
    var positions: [QueryItem: Int] = [:]
    rows = []
    for judgment in graded {
      guard let column = columns[judgment.rater] else { continue }
      let key = QueryItem(judgment.queryID, judgment.item)
      let position = positions[key, default: rows.count]
      if position == rows.count {
        positions[key] = position
        rows.append(
          Row(
            queryID: judgment.queryID, query: judgment.query, item: judgment.item,
            grades: Array(repeating: nil, count: raters.count)))
      }
      rows[position].grades[column] = judgment.grade
    }
    rows.sort { QueryItem($0.queryID, $0.item) < QueryItem($1.queryID, $1.item) }
  }

  /// The same items with the grades of some raters only.
  package func choosing(_ isChosen: (Rater) -> Bool) -> GradeTable {
    let columns = raters.indices.filter { isChosen(raters[$0]) }
    return GradeTable(
      raters: columns.map { raters[$0] },
      rows: rows.map { row in
        Row(queryID: row.queryID, query: row.query, item: row.item, grades: columns.map { row.grades[$0] })
      })
  }

  /// The grades of the items that both of two raters graded.
  package func common(_ first: Int, _ second: Int) -> [(Int, Int)] {
    rows.compactMap { row in
      guard let one = row.grades[first], let other = row.grades[second] else { return nil }
      return (one, other)
    }
  }
}

extension Judgment {
  fileprivate var rater: Rater { Rater(assessor, isImplicit: source.isImplicit) }
}
