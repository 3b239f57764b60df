package import Relevance

/// The labels of the Wayfair annotation data set: `label.csv`, tab-separated `id, query_id, product_id, label`, with the
/// texts of the queries in `query.csv` beside it.
package struct WANDSFormat: JudgmentFormat {
  package let name = "wands"
  package let summary = "WANDS' label.csv, tab-separated, with query.csv beside it"
  package let scale: Scale? = .wands

  /// The name of the file with the queries' texts.
  package static let queriesFile = "query.csv"

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    let texts = try options.wandsQueries.map { bytes throws(LineError) in try Self.texts(bytes) } ?? [:]
    reading.queries = texts
    var table = try HeadedTable(bytes)
    let query = try table.required("query_id")
    let product = try table.required("product_id")
    let label = try table.required("label")
    table.forEach(into: &reading) { row, place, reading in
      guard !row[query].isEmpty, !row[product].isEmpty else {
        return reading.problem(place, "'query_id' or 'product_id' is empty")
      }
      if row[label].trimmingBlanks.isEmpty { return reading.pass("line without a label") }
      reading.judgments.append(
        ImportedJudgment(
          place: place, queryID: QueryID(row[query]), query: texts[QueryID(row[query])],
          item: DocumentID(row[product]),
          rating: row[label]))
    }
    return reading
  }

  private static func texts(_ bytes: [UInt8]) throws(LineError) -> [QueryID: String] {
    var table = try HeadedTable(bytes)
    let (id, query) = (try table.required("query_id"), try table.required("query"))
    var texts: [QueryID: String] = [:]
    var reading = FormatReading()
    table.forEach(into: &reading) { row, _, _ in texts[QueryID(row[id])] = row[query] }
    if let problem = reading.problems.first, case .line(let line) = problem.place {
      throw LineError(line: line, reason: "of \(queriesFile): \(problem.reason)")
    }
    return texts
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    var labels = "id\tquery_id\tproduct_id\tlabel\n"
    var queries = "query_id\tquery\tquery_class\n"
    var known: Set<QueryID> = []
    var number = 0
    for judgment in judgments {
      guard let grade = judgment.grade else { continue }
      guard options.scale.id == Scale.wands.id, let name = options.scale.name(of: grade) else {
        throw FormatRefusal(
          "the grades are on the scale \(options.scale.id); WANDS' labels need the scale wands")
      }
      let label = name.prefix(1).uppercased() + name.dropFirst()
      let row = [String(number), judgment.queryID.text, judgment.item.text, label]
      labels += DelimitedText.line(row, separator: "\t") + "\n"
      number += 1
      guard !judgment.query.isEmpty, known.insert(judgment.queryID).inserted else { continue }
      queries += DelimitedText.line([judgment.queryID.text, judgment.query, ""], separator: "\t") + "\n"
    }
    return FormatOutput(
      bytes: Array(labels.utf8), companion: .init(name: Self.queriesFile, bytes: Array(queries.utf8)),
      omitted: judgments.omissions())
  }
}
