import Relevance

/// The lines of qrels, four columns between white space.
enum TRECLines {
  static func read(_ bytes: [UInt8], hasAssessors: Bool) throws(LineError) -> FormatReading {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LineError(line: 1, reason: "not valid UTF-8; convert the file to UTF-8")
    }
    var reading = FormatReading()
    for line in NumberedLines(text) where line.text.utf8.first != UInt8(ascii: "#") {
      let columns = line.text.whitespaceSeparatedColumns
      guard !columns.isEmpty else { continue }
      reading.records += 1
      let place = FilePlace.line(line.number)
      guard columns.count == 4 else {
        reading.problem(
          place,
          "\(columns.count) column\(columns.count == 1 ? "" : "s"); expected query, iteration, document and grade"
        )
        continue
      }
      // What trec_eval takes for "in the pool, but not judged".
      if columns[3] == "-1" {
        reading.pass("pooled, not judged (-1)")
        continue
      }
      reading.judgments.append(
        ImportedJudgment(
          place: place, queryID: QueryID(TRECToken.decode(columns[0])), query: nil,
          item: DocumentID(TRECToken.decode(columns[2])),
          assessor: hasAssessors ? TRECToken.decode(columns[1]) : nil, rating: String(columns[3])))
    }
    return reading
  }

  /// The lines by the bytes of query, item and what the second column says.
  /// - Throws: for an empty id, and a grade of −1, which readers take for "not judged".
  static func text(
    of judgments: [ExportedJudgment], iteration: (ExportedJudgment) -> String
  ) throws(FormatRefusal) -> [UInt8] {
    var lines: [(key: [DocumentID], text: String)] = []
    for judgment in judgments {
      guard let grade = judgment.grade else { continue }
      let ids = [judgment.queryID.text, judgment.item.text, iteration(judgment)]
      guard !ids.contains("") else { throw FormatRefusal("an empty id can't be written as a TREC column") }
      guard grade != -1 else {
        throw FormatRefusal(
          "'\(judgment.item)' has the grade -1, which TREC's tools take for not judged; use csv")
      }
      let tokens = [TRECToken.encode(query: ids[0]), TRECToken.encode(ids[2]), TRECToken.encode(ids[1])]
      lines.append((ids.map { DocumentID($0) }, "\(tokens.joined(separator: " ")) \(grade)\n"))
    }
    lines.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return lines.flatMap { Array($0.text.utf8) }
  }
}
