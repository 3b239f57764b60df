extension Qrels {
  /// Reads TREC qrels: `query iteration document grade`, separated by white space, the iteration ignored.
  ///
  /// Lines that begin with `#` and blank lines are skipped; lines end with `\n` or `\r\n`; grades are whole numbers
  /// and may be negative. Ids are read as `TRECToken` spells them.
  /// - Throws: `LineError` for the first line with another number of columns, a grade that is not a whole number,
  ///   or a document that an earlier line judged for the same query.
  package init(trec text: String) throws(LineError) {
    var grades: [QueryID: [DocumentID: Int]] = [:]
    // The lines of a query usually stand together: its grades are looked up once for all of them.
    var (token, query, judged) = (Substring(), QueryID(""), [DocumentID: Int]())
    for line in NumberedLines(text) where line.text.utf8.first != UInt8(ascii: "#") {
      let columns = line.text.whitespaceSeparatedColumns
      guard !columns.isEmpty else { continue }
      guard columns.count == 4 else {
        throw LineError(
          line: line.number,
          reason:
            "\(columns.count) column\(columns.count == 1 ? "" : "s"); expected query, iteration, document "
            + "and grade")
      }
      guard let grade = Int(columns[3]) else {
        throw LineError(line: line.number, reason: "the grade '\(columns[3])' is not a whole number")
      }
      if !columns[0].utf8.elementsEqual(token.utf8) {
        grades[query] = judged.isEmpty ? nil : judged
        (token, query) = (columns[0], QueryID(TRECToken.decode(columns[0])))
        judged = grades[query] ?? [:]
      }
      let document = DocumentID(TRECToken.decode(columns[2]))
      guard judged.updateValue(grade, forKey: document) == nil else {
        throw LineError(
          line: line.number, reason: "'\(document)' is judged a second time for query '\(query)'")
      }
    }
    if !judged.isEmpty { grades[query] = judged }
    self.init(grades)
  }

  /// The qrels in the format that `init(trec:)` reads: queries by the bytes of their ids, then documents likewise.
  ///
  /// The same grades always give the same bytes, and reading them gives the same grades. Ids are spelled by
  /// `TRECToken`.
  /// - Throws: when an id is empty.
  package func trec() throws(TRECWriteError) -> String {
    var text = ""
    for query in grades.keys.sorted() {
      guard !query.isEmpty else { throw .emptyID(query: query) }
      let queryToken = TRECToken.encode(query: query.text)
      for (document, grade) in self[query].sorted(by: { $0.key < $1.key }) {
        guard !document.text.isEmpty else { throw .emptyID(query: query) }
        text += "\(queryToken) 0 \(TRECToken.encode(document.text)) \(grade)\n"
      }
    }
    return text
  }
}
