internal import JSON
import Relevance

/// A Quepid book as JSON, as its book export has it.
enum QuepidBookDocument {
  static func read(_ bytes: [UInt8]) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    let book = try JSONDocument.parse(bytes)
    guard case .array(let pairs) = book["query_doc_pairs"] else {
      throw LineError(line: 1, reason: "no list 'query_doc_pairs'; this is not a book that Quepid exported")
    }
    for (index, pair) in pairs.enumerated() { read(pair, at: "query_doc_pairs[\(index)]", into: &reading) }
    reading.locate(in: bytes)
    reading.scale = scale(of: book)
    return reading
  }

  /// The scale, when the book has consecutive grades and a label for each.
  private static func scale(of book: JSONValue) -> MentionedScale? {
    guard case .array(let values) = book["scale"], case .object(let labels) = book["scale_with_labels"] else {
      return nil
    }
    let grades = values.compactMap { $0.idText.flatMap { Int($0) } }
    guard let lowest = grades.first, grades == Array(lowest..<lowest + values.count) else { return nil }
    let names = grades.compactMap { grade in
      labels.last { $0.name == String(grade) }?.value.string.flatMap { $0.isEmpty ? nil : $0 }
    }
    return names.count == grades.count ? .names(lowest: lowest, names) : nil
  }

  private static func read(_ pair: JSONValue, at path: String, into reading: inout FormatReading) {
    guard let query = pair["query_text"]?.string, !query.isEmpty, let id = pair["doc_id"]?.idText, !id.isEmpty
    else {
      reading.records += 1
      return reading.problem(.member(path), "no text in 'query_text' or 'doc_id'")
    }
    guard case .array(let judgements) = pair["judgements"], !judgements.isEmpty else {
      reading.records += 1
      return reading.pass("document without a judgement")
    }
    for (index, judgement) in judgements.enumerated() {
      reading.records += 1
      let place = FilePlace.member(path + ".judgements[\(index)]")
      var read = ImportedJudgment(
        place: place, queryID: nil, query: query, item: DocumentID(id),
        assessor: judgement["user_email"]?.string)
      read.rating = judgement["rating"]?.ratingText
      read.isUnrateable = judgement["unrateable"] == .bool(true)
      read.isFlagged = judgement["judge_later"] == .bool(true)
      read.note = judgement["explanation"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      if read.rating == nil, !read.isUnrateable, !read.isFlagged, read.note == nil {
        reading.pass("judgement without a rating")
      } else {
        reading.judgments.append(read)
      }
    }
  }

  static func write(_ judgments: [ExportedJudgment], options: FormatOptions) -> FormatOutput {
    let scale = options.scale
    let name = options.fileName.isEmpty ? "judgments" : options.fileName
    let labels = scale.grades.map { grade in
      JSONValue.Member(name: String(grade), value: .string(scale.name(of: grade) ?? ""))
    }
    let book = JSONValue.object([
      .init(name: "name", value: .string(name)),
      .init(name: "show_rank", value: .bool(false)),
      .init(name: "support_implicit_judgements", value: .bool(false)),
      .init(name: "scale", value: .array(scale.grades.map { .number(String($0)) })),
      .init(name: "scale_with_labels", value: .object(labels)),
      .init(name: "query_doc_pairs", value: .array(judgments.groupedByPair.map(pair))),
    ])
    return FormatOutput(bytes: Array((book.text + "\n").utf8))
  }

  private static func pair(_ judgments: [ExportedJudgment]) -> JSONValue {
    .object([
      .init(name: "query_text", value: .string(judgments.first?.query ?? "")),
      .init(name: "doc_id", value: .string(judgments.first?.item.text ?? "")),
      .init(name: "position", value: .null),
      .init(name: "document_fields", value: .null),
      .init(name: "information_need", value: .null),
      .init(name: "notes", value: .null),
      .init(name: "options", value: .null),
      .init(name: "judgements", value: .array(judgments.map(judgement))),
    ])
  }

  private static func judgement(_ judgment: ExportedJudgment) -> JSONValue {
    .object([
      .init(name: "rating", value: judgment.grade.map { .number(String($0)) } ?? .null),
      .init(name: "unrateable", value: .bool(judgment.isUnrateable)),
      .init(name: "judge_later", value: .bool(judgment.isFlagged)),
      .init(name: "user_email", value: judgment.assessor.isEmpty ? .null : .string(judgment.assessor)),
      .init(name: "explanation", value: judgment.note.map { .string($0) } ?? .null),
    ])
  }
}
