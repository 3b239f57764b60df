/// What a judgment is about and who made it: decisions with the same subject replace each other.
///
/// Ids compare by bytes. What was derived from clicks never replaces what a person decided, whatever name the
/// assessor has.
package struct JudgmentSubject: Sendable {
  /// Who decided.
  package let assessor: String
  /// The query's id.
  package let queryID: QueryID
  /// The judged item.
  package let item: DocumentID
  /// Whether nobody decided this.
  package let isImplicit: Bool

  /// The subject of a judgment.
  package init(_ judgment: Judgment) {
    assessor = judgment.assessor
    queryID = judgment.queryID
    item = judgment.item
    isImplicit = judgment.source.isImplicit
  }
}

extension JudgmentSubject: Hashable {
  package static func == (left: JudgmentSubject, right: JudgmentSubject) -> Bool {
    left.item == right.item && left.isImplicit == right.isImplicit
      && left.queryID == right.queryID
      && left.assessor.utf8.elementsEqual(right.assessor.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(queryID)
    hasher.combine(DocumentID(assessor))
  }
}
