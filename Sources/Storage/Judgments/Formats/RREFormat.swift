internal import JSON
package import Relevance

/// The ratings of Rated Ranking Evaluator: JSON, nested in topics and query groups or flat.
///
/// A document has a `gain` or a `rating`; older files list the documents of each gain. The text of a query is its
/// `$query` placeholder, or the only one there is. The flat form is written, as Quepid does.
package struct RREFormat: JudgmentFormat {
  package let name = "rre"
  package let summary = "Rated Ranking Evaluator's ratings, JSON"

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    let document = try JSONDocument.parse(bytes)
    guard ["topics", "query_groups", "queries"].contains(where: { document[$0] != nil }) else {
      throw LineError(
        line: 1, reason: "no 'topics', 'query_groups' or 'queries'; these are not RRE's ratings")
    }
    Self.read(document, at: "", grades: nil, into: &reading)
    reading.locate(in: bytes)
    return reading
  }

  /// Reads the queries of a document, a topic or a group, which may have relevant documents for all of them.
  private static func read(
    _ value: JSONValue, at path: String, grades inherited: JSONValue?, into reading: inout FormatReading
  ) {
    let grades = value["relevant_documents"] ?? inherited
    for name in ["topics", "query_groups"] {
      guard case .array(let parts) = value[name] else { continue }
      for (index, part) in parts.enumerated() {
        read(part, at: "\(path)\(name)[\(index)].", grades: grades, into: &reading)
      }
    }
    guard case .array(let queries) = value["queries"] else { return }
    for (index, query) in queries.enumerated() {
      let place = FilePlace.member("\(path)queries[\(index)]")
      guard let text = text(of: query) else {
        reading.records += 1
        reading.problem(place, "no '$query' among the placeholders, and not exactly one other")
        continue
      }
      guard let documents = query["relevant_documents"] ?? grades, documents != .null else {
        reading.records += 1
        reading.pass("query without a document")
        continue
      }
      read(documents, query: text, place, into: &reading)
    }
  }

  private static func text(of query: JSONValue) -> String? {
    guard case .object(let placeholders) = query["placeholders"] else { return nil }
    let named = placeholders.last { $0.name == "$query" } ?? (placeholders.count == 1 ? placeholders[0] : nil)
    return named?.value.idText.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func read(
    _ documents: JSONValue, query: String, _ place: FilePlace, into reading: inout FormatReading
  ) {
    guard case .object(let members) = documents else {
      reading.records += 1
      return reading.problem(place, "'relevant_documents' is not an object")
    }
    if members.isEmpty {
      reading.records += 1
      reading.pass("query without a document")
    }
    for member in members {
      let id = member.name
      if case .array(let ids) = member.value {
        for document in ids { add(document.idText, rating: id, query: query, place, into: &reading) }
      } else {
        let rating = (member.value["gain"] ?? member.value["rating"])?.ratingText
        add(id, rating: rating, query: query, place, into: &reading)
      }
    }
  }

  private static func add(
    _ id: String?, rating: String?, query: String, _ place: FilePlace, into reading: inout FormatReading
  ) {
    reading.records += 1
    guard let id, !id.isEmpty else { return reading.problem(place, "a document without an id") }
    guard let rating else {
      return reading.problem(place, "the document '\(id)' has no gain; RRE would take 2, Assay takes none")
    }
    reading.judgments.append(
      ImportedJudgment(place: place, queryID: nil, query: query, item: DocumentID(id), rating: rating))
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    try QueryTexts.check(judgments)
    let queries = judgments.filter { $0.grade != nil }.groupedByQuery.map { group in
      JSONValue.object([
        .init(
          name: "placeholders",
          value: .object([.init(name: "$query", value: .string(group.first?.query ?? ""))])),
        .init(name: "relevant_documents", value: .object(group.map(Self.document))),
      ])
    }
    let document = JSONValue.object([
      .init(name: "id_field", value: .string("id")),
      .init(name: "index", value: .string("assay")),
      .init(name: "template", value: .string("template.json")),
      .init(name: "queries", value: .array(queries)),
    ])
    return FormatOutput(bytes: Array((document.text + "\n").utf8), omitted: judgments.omissions())
  }

  private static func document(_ judgment: ExportedJudgment) -> JSONValue.Member {
    let gain = JSONValue.number(String(judgment.grade ?? 0))
    return .init(name: judgment.item.text, value: .object([.init(name: "gain", value: gain)]))
  }
}
