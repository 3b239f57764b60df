package import Relevance

/// What a column of a generic table holds.
package enum TableRole: String, CaseIterable, Hashable, Sendable {
  case queryID = "query-id"
  case query
  case item
  case grade
  case assessor
  case note
  case scale

  /// What such a column is usually called, likeliest first.
  var usualNames: [String] {
    switch self {
    case .queryID: ["query_id", "query-id", "queryid", "qid", "topic"]
    case .query: ["query", "query_text", "keyword", "search_term"]
    case .item:
      ["item", "item_id", "doc_id", "docid", "doc", "document", "product_id", "product", "sku", "id"]
    case .grade: ["grade", "rating", "label", "relevance", "gain", "score"]
    case .assessor: ["assessor", "judge", "annotator", "user", "user_email", "worker"]
    case .note: ["note", "notes", "explanation", "comment"]
    case .scale: ["scale", "scale_id"]
    }
  }
}

/// Any table with a heading, separated by commas, semicolons or tabs: one line for each judgment.
///
/// Columns are found by their usual names or by those given. Nothing is trimmed. A table is written tab-separated when
/// the file's name ends with `.tsv`.
package struct TableFormat: JudgmentFormat {
  package let name = "csv"
  package let summary = "any table with a heading; --column item=SKU says what is called otherwise"
  package let keepsAssessors = true

  package func carriesScale(_ options: FormatOptions) -> Bool { true }

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    var table = try HeadedTable(bytes)
    let columns = try Self.columns(of: table, options: options)
    table.forEach(into: &reading) { row, place, reading in
      func text(_ role: TableRole) -> String? {
        columns[role].flatMap { row[$0].isEmpty ? nil : row[$0] }
      }
      guard let item = text(.item) else { return reading.problem(place, "the item is empty") }
      guard text(.query) != nil || text(.queryID) != nil else {
        return reading.problem(place, "the query is empty")
      }
      if let id = text(.scale) {
        let scale = reading.scale ?? .id(id)
        reading.scale = scale
        guard case .id(let known) = scale, OpaqueName(known) == OpaqueName(id) else {
          return reading.problem(place, "on the scale '\(id)', others on \(scale); import them apart")
        }
      }
      let rating = text(.grade).flatMap { $0.trimmingBlanks.isEmpty ? nil : $0 }
      if rating == nil, text(.note) == nil { return reading.pass("line without a grade") }
      reading.judgments.append(
        ImportedJudgment(
          place: place, queryID: text(.queryID).map { QueryID($0) }, query: text(.query),
          item: DocumentID(item),
          assessor: text(.assessor), rating: rating, note: text(.note)))
    }
    return reading
  }

  private static func columns(
    of table: HeadedTable, options: FormatOptions
  ) throws(LineError) -> [TableRole: Int] {
    var columns: [TableRole: Int] = [:]
    for role in TableRole.allCases {
      if let name = options.columns[role] {
        columns[role] = try table.required(name)
      } else {
        columns[role] = table.column(role.usualNames)
      }
    }
    let names = table.names.joined(separator: ", ")
    for role in [TableRole.item, .grade] where columns[role] == nil {
      throw LineError(
        line: 1,
        reason: "no column for the \(role.rawValue) among \(names); name it with --column \(role.rawValue)=…")
    }
    guard columns[.query] != nil || columns[.queryID] != nil else {
      throw LineError(
        line: 1, reason: "no column for the query among \(names); name it with --column query=…")
    }
    return columns
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    let separator: Character = options.fileName.lowercased().hasSuffix(".tsv") ? "\t" : ","
    let heading = ["query_id", "query", "item", "grade", "assessor", "note", "scale"]
    var text = DelimitedText.line(heading, separator: separator) + "\n"
    for judgment in judgments where judgment.grade != nil || judgment.note != nil {
      guard !judgment.queryID.isEmpty, !judgment.item.text.isEmpty else {
        throw FormatRefusal("a judgment without a query or an item")
      }
      let row = [
        judgment.queryID.text, judgment.query, judgment.item.text, judgment.grade.map(String.init) ?? "",
        judgment.assessor, judgment.note ?? "", options.scale.id,
      ]
      text += DelimitedText.line(row, separator: separator) + "\n"
    }
    return FormatOutput(
      bytes: Array(text.utf8), omitted: judgments.omissions(keepingNotes: true, keepingLoneNotes: true))
  }
}
