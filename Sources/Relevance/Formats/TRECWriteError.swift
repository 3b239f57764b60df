/// Why ids or scores can't be written as a TREC file.
package enum TRECWriteError: Error, Hashable, Sendable {
  /// A query or document without a name.
  case emptyID(query: QueryID)
  /// The same document twice for one query.
  case duplicate(query: QueryID, document: DocumentID)
  /// A score that is not a finite number.
  case notFinite(query: QueryID, document: DocumentID)
}

extension TRECWriteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .emptyID(let query): "query '\(query)': an empty id can't be written as a TREC column"
    case .duplicate(let query, let document): "query '\(query)': the document '\(document)' appears twice"
    case .notFinite(let query, let document):
      "query '\(query)': the score of '\(document)' is not a finite number"
    }
  }
}
