package import Relevance

/// Quepid's ratings: `query,docid,rating`, exactly so named, one line for each rated document.
///
/// Quepid trims every value and puts a space before one that a spreadsheet would take for a formula; it writes no line
/// end after the last line, and a line with the query alone for a query without ratings.
package struct QuepidFormat: JudgmentFormat {
  package let name = "quepid"
  package let summary = "Quepid's ratings, CSV: query,docid,rating"

  private static let heading = ["query", "docid", "rating"]

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    var reading = FormatReading()
    var records = DelimitedText(bytes)
    let first = records.next()
    guard case .success(let names) = first?.columns, names.map(\.trimmingBlanks) == Self.heading else {
      throw LineError(line: first?.line ?? 1, reason: "expected the first line query,docid,rating")
    }
    for record in records {
      reading.records += 1
      let place = FilePlace.line(record.line)
      switch record.columns {
      case .failure(let fault): reading.problem(place, fault.reason)
      case .success(let columns): Self.read(columns.map(\.trimmingBlanks), place, into: &reading)
      }
    }
    return reading
  }

  private static func read(_ columns: [String], _ place: FilePlace, into reading: inout FormatReading) {
    guard columns.count <= heading.count else {
      return reading.problem(place, "\(columns.count) columns; expected query, docid and rating")
    }
    let padded = columns + Array(repeating: "", count: heading.count - columns.count)
    if padded[0].isEmpty { return reading.problem(place, "the query (first column) is empty") }
    if padded[1].isEmpty { return reading.pass("query without a document") }
    if padded[2].isEmpty { return reading.pass("document without a rating") }
    reading.judgments.append(
      ImportedJudgment(
        place: place, queryID: nil, query: padded[0], item: DocumentID(padded[1]), rating: padded[2]))
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    try QueryTexts.check(judgments)
    var lines = [DelimitedText.line(Self.heading)]
    for judgment in judgments {
      guard let grade = judgment.grade else { continue }
      lines.append(
        DelimitedText.line([
          try QuepidCell.guarded(judgment.query), try QuepidCell.guarded(judgment.item.text),
          try QuepidCell.guarded(String(grade)),
        ]))
    }
    return FormatOutput(bytes: Array(lines.joined(separator: "\n").utf8), omitted: judgments.omissions())
  }
}

/// A cell of Quepid's tables.
enum QuepidCell {
  /// The cell as Quepid writes it, with a space before what begins like a formula.
  /// - Throws: when Quepid's trimming would change the text.
  static func guarded(_ text: String) throws(FormatRefusal) -> String {
    guard !text.isEmpty else { throw FormatRefusal("an empty id or name; Quepid takes it for a missing one") }
    guard !text.hasBlankEnds else {
      throw FormatRefusal(
        "'\(text)' begins or ends with white space, which Quepid trims; use csv or quepid-book JSON")
    }
    return "-=+@".unicodeScalars.contains { $0 == text.unicodeScalars.first } ? " " + text : text
  }
}
