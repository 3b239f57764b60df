import Relevance

/// A Quepid book as a table: `query,docid` and the name of every judge, blank where one gave no rating.
enum QuepidBookTable {
  static func read(_ bytes: [UInt8]) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    var table = try HeadedTable(bytes)
    guard table.names.prefix(2).elementsEqual(["query", "docid"]) else {
      throw LineError(
        line: 1, reason: "expected a JSON object, or the first line query,docid and a name for each judge")
    }
    let judges = Array(table.names.dropFirst(2))
    try checkNames(judges)
    table.forEach(into: &reading) { row, place, reading in
      let columns = row.map(\.trimmingBlanks)
      if columns[0].isEmpty { return reading.problem(place, "the query (first column) is empty") }
      if columns[1].isEmpty { return reading.pass("query without a document") }
      let ratings = zip(judges, columns.dropFirst(2)).filter { !$0.1.isEmpty }
      if ratings.isEmpty { reading.pass("document without a rating") }
      for (judge, rating) in ratings {
        reading.judgments.append(
          ImportedJudgment(
            place: place, queryID: nil, query: columns[0], item: DocumentID(columns[1]), assessor: judge,
            rating: rating))
      }
    }
    return reading
  }

  private static func checkNames(_ judges: [String]) throws(LineError) {
    var seen: Set<DocumentID> = []
    for judge in judges {
      guard !judge.isEmpty else { throw LineError(line: 1, reason: "a judge's column has no name") }
      guard seen.insert(DocumentID(judge)).inserted else {
        throw LineError(line: 1, reason: "two columns are called '\(judge)'")
      }
    }
  }

  static func write(_ judgments: [ExportedJudgment]) throws(FormatRefusal) -> FormatOutput {
    let graded = judgments.filter { $0.grade != nil }
    let judges = Set(graded.map { DocumentID($0.assessor) }).sorted()
    var lines = [DelimitedText.line(["query", "docid"] + (try cells(judges.map(\.text))))]
    for pair in graded.groupedByPair {
      guard let first = pair.first else { continue }
      var row = try cells([first.query, first.item.text])
      let grades = Dictionary(pair.map { (DocumentID($0.assessor), $0.grade) }) { $1 }
      for judge in judges {
        let grade: Int? = grades[judge] ?? nil
        row.append(
          try grade.map { grade throws(FormatRefusal) in try QuepidCell.guarded(String(grade)) } ?? "")
      }
      lines.append(DelimitedText.line(row))
    }
    return FormatOutput(bytes: Array(lines.joined(separator: "\n").utf8), omitted: judgments.omissions())
  }

  private static func cells(_ texts: [String]) throws(FormatRefusal) -> [String] {
    var cells: [String] = []
    for text in texts { cells.append(try QuepidCell.guarded(text)) }
    return cells
  }
}

extension Sequence<ExportedJudgment> {
  /// The judgments about each query and item, in the order in which the pairs first appear.
  var groupedByPair: [[ExportedJudgment]] {
    grouped { QueryItem($0.queryID, $0.item) }
  }

  /// The judgments for each query, in the order in which the queries first appear.
  var groupedByQuery: [[ExportedJudgment]] {
    grouped(by: \.queryID)
  }

  private func grouped<Key: Hashable>(by key: (ExportedJudgment) -> Key) -> [[ExportedJudgment]] {
    var positions: [Key: Int] = [:]
    var groups: [[ExportedJudgment]] = []
    for judgment in self {
      let position = positions[key(judgment), default: groups.count]
      if position == groups.count {
        positions[key(judgment)] = position
        groups.append([])
      }
      groups[position].append(judgment)
    }
    return groups
  }
}
