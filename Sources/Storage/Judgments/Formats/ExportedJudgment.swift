package import Relevance

/// What one assessor, or all together, came to about an item for a query, on its way into a file.
package struct ExportedJudgment: Hashable, Sendable {
  /// The query's id.
  package let queryID: QueryID
  /// The query's text; empty when it is not known.
  package let query: String
  /// The judged item.
  package let item: DocumentID
  /// Who judged; empty when several did and were resolved to one grade.
  package let assessor: String
  /// The grade; `nil` when none was given.
  package let grade: Int?
  /// Whether the assessor looked and couldn't say.
  package let isUnrateable: Bool
  /// Whether the item is marked for later.
  package let isFlagged: Bool
  /// What the assessor wrote; `nil` when nothing.
  package let note: String?

  /// Makes a judgment; without the later parts it is a grade and nothing else.
  package init(
    queryID: QueryID, query: String, item: DocumentID, assessor: String = "", grade: Int?,
    isUnrateable: Bool = false, isFlagged: Bool = false, note: String? = nil
  ) {
    self.queryID = queryID
    self.query = query
    self.item = item
    self.assessor = assessor
    self.grade = grade
    self.isUnrateable = isUnrateable
    self.isFlagged = isFlagged
    self.note = note
  }
}

/// A judgment file that is ready to be written.
package struct FormatOutput: Hashable, Sendable {
  /// The file's content.
  package var bytes: [UInt8]
  /// A second file that belongs beside it, by its name.
  package var companion: Companion?
  /// What the format has no place for: how many of each kind were left out.
  package var omitted: [String: Int] = [:]

  /// A file that goes with another.
  package struct Companion: Hashable, Sendable {
    /// The name it has to have.
    package let name: String
    /// Its content.
    package let bytes: [UInt8]
  }
}

extension Sequence<ExportedJudgment> {
  /// What is lost in a format that holds grades only.
  ///
  /// `keepingNotes` says that notes have a place beside grades, `keepingLoneNotes` that they have one without a grade.
  func omissions(
    keepingNotes: Bool = false, keepingLoneNotes: Bool = false, keepingUnrateable: Bool = false
  ) -> [String: Int] {
    var omitted: [String: Int] = [:]
    for judgment in self {
      if judgment.isUnrateable, !keepingUnrateable { omitted["\"can't tell\"", default: 0] += 1 }
      if judgment.isFlagged { omitted["flag", default: 0] += 1 }
      let hasPlace = keepingNotes && (judgment.grade != nil || keepingLoneNotes || keepingUnrateable)
      if judgment.note != nil, !hasPlace {
        omitted["note", default: 0] += 1
      }
    }
    return omitted
  }
}
