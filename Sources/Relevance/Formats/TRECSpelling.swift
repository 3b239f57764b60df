/// The spellings given out while one TREC file is written, so that two ids never silently become one.
struct TRECSpelling {
  private var queries: [String: String] = [:]
  private var documents: [String: String] = [:]

  /// The spelling of a query id.
  mutating func token(query: String) throws(TRECWriteError) -> String {
    guard !query.isEmpty else { throw .emptyID(query: query) }
    return try Self.token(query, query: query, known: &queries)
  }

  /// The spelling of a document id, for a line of `query`.
  mutating func token(document: DocumentID, query: String) throws(TRECWriteError) -> String {
    guard !document.text.isEmpty else { throw .emptyID(query: query) }
    return try Self.token(document.text, query: query, known: &documents)
  }

  private static func token(
    _ id: String, query: String, known: inout [String: String]
  ) throws(TRECWriteError) -> String {
    let token = TRECToken.encode(id)
    // Only an encoded id can collide, and only with one that contains `%`.
    guard token.utf8.contains(UInt8(ascii: "%")) else { return token }
    if let other = known[token], !other.utf8.elementsEqual(id.utf8) {
      throw .sameSpelling(query: query, first: other, second: id)
    }
    known[token] = id
    return token
  }
}
