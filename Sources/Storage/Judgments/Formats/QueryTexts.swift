import Relevance

/// Formats that know a query by its text need one, and another one for every query.
enum QueryTexts {
  /// Makes sure that no two queries become one.
  static func check(_ judgments: [ExportedJudgment]) throws(FormatRefusal) {
    var owners: [DocumentID: QueryID] = [:]
    for judgment in judgments {
      guard !judgment.query.isEmpty else {
        throw FormatRefusal(
          "the text of the query '\(judgment.queryID)' is not known; name its query set with --queries")
      }
      let text = DocumentID(judgment.query)
      if let owner = owners[text], owner != judgment.queryID {
        throw FormatRefusal(
          "the queries '\(owner)' and '\(judgment.queryID)' have the same text, '\(judgment.query)', by which this "
            + "format knows them; use a format with query ids, such as csv")
      }
      owners[text] = judgment.queryID
    }
  }
}
