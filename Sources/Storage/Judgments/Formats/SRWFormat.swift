internal import JSON
package import Relevance

/// The judgments of OpenSearch's Search Relevance Workbench: the body of its request, or the table its front end takes.
///
/// In the body ratings are texts. The table is `query,docid,rating`, the heading optional and in either case, every
/// value trimmed and nothing across lines; it is written when the file's name ends with `.csv`.
package struct SRWFormat: JudgmentFormat {
  package let name = "srw"
  package let summary = "OpenSearch Search Relevance Workbench: the PUT body as JSON, or CSV"

  private static let heading = ["query", "docid", "rating"]

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    JSONDocument.isLikely(bytes) ? try Self.readBody(bytes) : Self.readTable(bytes)
  }

  private static func readBody(_ bytes: [UInt8]) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    guard case .array(let queries) = try JSONDocument.parse(bytes)["judgmentRatings"] else {
      throw LineError(line: 1, reason: "no list 'judgmentRatings'; these are not SRW's judgments")
    }
    for (index, entry) in queries.enumerated() {
      let path = "judgmentRatings[\(index)]"
      guard let query = entry["query"]?.string, !query.isEmpty, case .array(let ratings) = entry["ratings"]
      else {
        reading.records += 1
        reading.problem(.member(path), "no text in 'query', or no list 'ratings'")
        continue
      }
      for (index, rating) in ratings.enumerated() {
        reading.records += 1
        let place = FilePlace.member("\(path).ratings[\(index)]")
        guard let id = rating["docId"]?.idText, !id.isEmpty, let text = rating["rating"]?.ratingText else {
          reading.problem(place, "no 'docId' or no 'rating'")
          continue
        }
        reading.judgments.append(
          ImportedJudgment(place: place, queryID: nil, query: query, item: DocumentID(id), rating: text))
      }
    }
    reading.locate(in: bytes)
    return reading
  }

  private static func readTable(_ bytes: [UInt8]) -> FormatReading {
    var reading = FormatReading()
    for record in DelimitedText(bytes) {
      let place = FilePlace.line(record.line)
      guard case .success(let row) = record.columns else {
        reading.records += 1
        if case .failure(let fault) = record.columns { reading.problem(place, fault.reason) }
        continue
      }
      let columns = row.map(\.trimmingBlanks)
      if columns.map({ $0.lowercased() }) == heading { continue }
      reading.records += 1
      guard columns.count == 3 else {
        reading.problem(place, "\(columns.count) columns; expected query, docid and rating")
        continue
      }
      guard !columns.contains("") else {
        reading.problem(place, "query, docid and rating must all be there")
        continue
      }
      reading.judgments.append(
        ImportedJudgment(
          place: place, queryID: nil, query: columns[0], item: DocumentID(columns[1]), rating: columns[2]))
    }
    return reading
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    try QueryTexts.check(judgments)
    let graded = judgments.filter { $0.grade != nil }
    let text = options.wantsTable ? try Self.table(graded) : Self.body(graded, name: options.fileName)
    return FormatOutput(bytes: Array(text.utf8), omitted: judgments.omissions())
  }

  private static func body(_ judgments: [ExportedJudgment], name: String) -> String {
    let queries = judgments.groupedByQuery.map { group in
      JSONValue.object([
        .init(name: "query", value: .string(group.first?.query ?? "")),
        .init(
          name: "ratings",
          value: .array(
            group.map { judgment in
              .object([
                .init(name: "docId", value: .string(judgment.item.text)),
                .init(name: "rating", value: .string(String(judgment.grade ?? 0))),
              ])
            })),
      ])
    }
    return JSONValue.object([
      .init(name: "name", value: .string(name.isEmpty ? "judgments" : name)),
      .init(name: "description", value: .string("exported by Assay")),
      .init(name: "type", value: .string("IMPORT_JUDGMENT")),
      .init(name: "judgmentRatings", value: .array(queries)),
    ]).text + "\n"
  }

  private static func table(_ judgments: [ExportedJudgment]) throws(FormatRefusal) -> String {
    var text = DelimitedText.line(heading) + "\n"
    for judgment in judgments {
      let row = [judgment.query, judgment.item.text, String(judgment.grade ?? 0)]
      for cell in row
      where cell.isEmpty || cell.hasBlankEnds || cell.utf8.contains(where: { $0 == 0x0a || $0 == 0x0d }) {
        throw FormatRefusal(
          "'\(cell)' is empty, has white space at an end or a line break, which SRW's table loses; write its JSON"
        )
      }
      text += DelimitedText.line(row) + "\n"
    }
    return text
  }
}
