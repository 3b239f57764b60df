/// How an id is spelled in a TREC file, whose columns are separated by white space and can't be quoted.
///
/// White space and control characters are percent-encoded byte by byte; everything else, `%` included, stays,
/// because ids that need no encoding must look the same in everybody's files. The price is that `a b` and the
/// literal id `a%20b` share a spelling: writers refuse a file in which that happens.
package enum TRECToken {
  /// The spelling of `id`; empty only for an empty id.
  package static func encode(_ id: String) -> String {
    guard id.unicodeScalars.contains(where: needsEncoding) else { return id }
    var token = ""
    for scalar in id.unicodeScalars {
      guard needsEncoding(scalar) else {
        token.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        token += "%" + Hexadecimal.string(of: [byte]).uppercased()
      }
    }
    return token
  }

  /// Whether some reader splits columns at `scalar`: C at `isspace`, Python at every Unicode white space.
  private static func needsEncoding(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7f || scalar.properties.isWhitespace
  }
}

/// Why ids or scores can't be written as a TREC file.
package enum TRECWriteError: Error, Hashable, Sendable {
  /// A query or document without a name.
  case emptyID(query: String)
  /// Two documents, or two queries, that a reader could not tell apart.
  case sameSpelling(query: String, first: String, second: String)
  /// The same document twice for one query.
  case duplicate(query: String, document: String)
  /// A score that is not a finite number.
  case notFinite(query: String, document: String)
}

extension TRECWriteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .emptyID(let query): "query '\(query)': an empty id can't be written as a TREC column"
    case .sameSpelling(let query, let first, let second):
      "query '\(query)': the ids '\(first)' and '\(second)' are both spelled '\(TRECToken.encode(first))' "
        + "in a TREC file; rename one of them"
    case .duplicate(let query, let document): "query '\(query)': the document '\(document)' appears twice"
    case .notFinite(let query, let document):
      "query '\(query)': the score of '\(document)' is not a finite number"
    }
  }
}
