extension Run {
  /// Reads a TREC run: `query Q0 document rank score tag`, separated by white space.
  ///
  /// As in trec_eval, rank and file order play no part: a ranking is ordered by score descending, ties by the bytes
  /// of the document id descending. Blank lines are skipped; the tag of the last line is kept. Ids are read as
  /// `TRECToken` spells them.
  /// - Throws: `LineError` for the first line with another number of columns, a score that is not a finite number,
  ///   or a document that an earlier line returned for the same query.
  package init(trec text: String) throws(LineError) {
    self.init(tag: "")
    var order: [QueryID] = []
    var read: [QueryID: [DocumentID: Double]] = [:]
    // The lines of a query usually stand together: its documents are looked up once for all of them.
    var (queryToken, query, scores) = (Substring(), QueryID(""), [DocumentID: Double]())
    var tagToken = Substring()
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
      if !columns[0].utf8.elementsEqual(queryToken.utf8) {
        read[query] = scores.isEmpty ? nil : scores
        (queryToken, query) = (columns[0], QueryID(TRECToken.decode(columns[0])))
        scores = read[query] ?? [:]
        if scores.isEmpty { order.append(query) }
      }
      let document = DocumentID(TRECToken.decode(columns[2]))
      guard scores.updateValue(score, forKey: document) == nil else {
        throw LineError(
          line: line.number, reason: "'\(document)' is returned a second time for query '\(query)'")
      }
      tagToken = columns[5]
    }
    if !scores.isEmpty { read[query] = scores }
    tag = TRECToken.decode(tagToken)
    for query in order {
      self[query] = (read[query] ?? [:]).map { RunEntry(document: $0.key, score: $0.value) }
    }
    sortByScore()
  }

  /// Puts every ranking in the order of its scores, descending, ties by the bytes of the document id, descending.
  package mutating func sortByScore() {
    for query in queries {
      self[query].sort { $0.score != $1.score ? $0.score > $1.score : $0.document > $1.document }
    }
  }

  /// The run as TREC lines, queries in the order in which they were added.
  ///
  /// Scores are written so that every reader sees the given order: strictly decreasing as 32-bit floats, as
  /// trec_eval 9 and pytrec_eval read them. A score that would tie with or exceed the one above it is lowered to
  /// the next smaller float; ties would otherwise be broken by document id.
  /// Ids are spelled by `TRECToken`; reading the text gives the same ids in the same order.
  /// - Throws: when an id is empty, a document appears twice for a query, or a score is not finite as a 32-bit float.
  package func trec() throws(TRECWriteError) -> String {
    var text = ""
    let tagToken = tag.isEmpty ? "-" : TRECToken.encode(tag)
    for query in queries {
      guard !query.isEmpty else { throw .emptyID(query: query) }
      let queryToken = TRECToken.encode(query: query.text)
      var seen: Set<DocumentID> = []
      var above = Float.infinity
      for (index, entry) in self[query].enumerated() {
        guard seen.insert(entry.document).inserted else {
          throw .duplicate(query: query, document: entry.document)
        }
        above = Self.score(entry.score, below: above)
        guard entry.score.isFinite, above.isFinite else {
          throw .notFinite(query: query, document: entry.document)
        }
        guard !entry.document.text.isEmpty else { throw .emptyID(query: query) }
        let documentToken = TRECToken.encode(entry.document.text)
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
