package import Relevance

/// The examples of the Shopping Queries Data Set as a comma- or tab-separated table: `query, query_id, product_id,
/// product_locale, esci_label`, other columns ignored.
package struct ESCIFormat: JudgmentFormat {
  package let name = "esci"
  package let summary = "shopping_queries_dataset_examples as CSV or TSV, labels E S C I"
  package let scale: Scale? = .esci

  private static let heading = ["query", "query_id", "product_id", "product_locale", "esci_label"]

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    guard !bytes.starts(with: Array("PAR1".utf8)) else {
      throw LineError(
        line: 1, reason: "a Parquet file; write it as CSV first, for example with pandas' to_csv")
    }
    var reading = FormatReading()
    var table = try HeadedTable(bytes)
    let product = try table.required("product_id")
    let label = try table.required("esci_label")
    let (query, id) = (table.column(["query"]), table.column(["query_id"]))
    guard query != nil || id != nil else {
      throw LineError(line: 1, reason: "neither 'query' nor 'query_id'")
    }
    table.forEach(into: &reading) { row, place, reading in
      let name = id.map { row[$0] } ?? ""
      let text = query.map { row[$0] } ?? ""
      guard !row[product].isEmpty, !(name.isEmpty && text.isEmpty) else {
        return reading.problem(place, "the query or 'product_id' is empty")
      }
      if row[label].trimmingBlanks.isEmpty { return reading.pass("example without a label") }
      reading.judgments.append(
        ImportedJudgment(
          place: place, queryID: name.isEmpty ? nil : QueryID(name), query: text.isEmpty ? nil : text,
          item: DocumentID(row[product]), rating: row[label]))
    }
    return reading
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    let separator: Character = options.fileName.lowercased().hasSuffix(".tsv") ? "\t" : ","
    var text = DelimitedText.line(Self.heading, separator: separator) + "\n"
    for judgment in judgments {
      guard let grade = judgment.grade else { continue }
      guard options.scale.id == Scale.esci.id, let letter = options.scale.letter(of: grade) else {
        throw FormatRefusal(
          "the grades are on the scale \(options.scale.id); ESCI's labels need the scale esci")
      }
      guard !judgment.query.isEmpty else {
        throw FormatRefusal(
          "the text of the query '\(judgment.queryID)' is not known; name its query set with --queries")
      }
      let row = [
        judgment.query, judgment.queryID.text, judgment.item.text, options.locale, letter.uppercased(),
      ]
      text += DelimitedText.line(row, separator: separator) + "\n"
    }
    return FormatOutput(bytes: Array(text.utf8), omitted: judgments.omissions())
  }
}
