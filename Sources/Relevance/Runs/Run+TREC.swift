extension Run {
  /// Reads a TREC run: `query Q0 document rank score tag`, separated by white space.
  ///
  /// As in trec_eval, rank and file order play no part: a ranking is ordered by score descending, ties by the bytes
  /// of the document id descending. Blank lines are skipped; the tag of the last line is kept.
  /// - Throws: `LineError` for the first line with another number of columns, a score that is not a finite number,
  ///   or a document that an earlier line returned for the same query.
  package init(trec text: String) throws(LineError) {
    self.init(tag: "")
    var seen: [String: Set<DocumentID>] = [:]
    for line in NumberedLines(text) {
      let columns = line.text.whitespaceSeparatedColumns
      guard !columns.isEmpty else { continue }
      guard columns.count == 6 else {
        throw LineError(
          line: line.number,
          reason: "\(columns.count) columns; expected query, Q0, document, rank, score and tag")
      }
      guard let score = Double(columns[4]), score.isFinite else {
        throw LineError(line: line.number, reason: "the score '\(columns[4])' is not a finite number")
      }
      let (query, document) = (String(columns[0]), DocumentID(String(columns[2])))
      guard seen[query, default: []].insert(document).inserted else {
        throw LineError(
          line: line.number, reason: "'\(document)' is returned a second time for query '\(query)'")
      }
      self[query].append(RunEntry(document: document, score: score))
      tag = String(columns[5])
    }
    for query in queries {
      self[query].sort { ($0.score, $0.document) > ($1.score, $1.document) }
    }
  }

  /// The run as TREC lines, queries in the order in which they were added.
  ///
  /// Scores are written so that every reader sees the given order: strictly decreasing as 32-bit floats, as
  /// trec_eval 9 and pytrec_eval read them. A score that would tie with or exceed the one above it is lowered to
  /// the next smaller float; ties would otherwise be broken by document id.
  /// - Throws: when an id is empty, two ids would get the same spelling, a document appears twice for a query, or
  ///   a score is not finite as a 32-bit float.
  package func trec() throws(TRECWriteError) -> String {
    var text = ""
    var spelling = TRECSpelling()
    let tagToken = tag.isEmpty ? "-" : TRECToken.encode(tag)
    for query in queries {
      let queryToken = try spelling.token(query: query)
      var seen: Set<DocumentID> = []
      var above = Float.infinity
      for (index, entry) in self[query].enumerated() {
        guard seen.insert(entry.document).inserted else {
          throw .duplicate(query: query, document: entry.document.text)
        }
        above = Self.score(entry.score, below: above)
        guard entry.score.isFinite, above.isFinite else {
          throw .notFinite(query: query, document: entry.document.text)
        }
        let documentToken = try spelling.token(document: entry.document, query: query)
        text += "\(queryToken) Q0 \(documentToken) \(index + 1) \(above) \(tagToken)\n"
      }
    }
    return text
  }

  /// The float nearest to `score` that is smaller than `above`.
  ///
  /// `Float`'s description is the shortest decimal that reads back as the same float, so order survives the text.
  private static func score(_ score: Double, below above: Float) -> Float {
    min(Float(score), above.nextDown)
  }
}
