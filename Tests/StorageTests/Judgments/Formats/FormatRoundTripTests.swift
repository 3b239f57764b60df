import Relevance
import TestSupport
import Testing

@testable import Storage

/// What a format writes it reads back byte by byte, whatever ids look like; what it can't carry it refuses.
@Suite("Every judgment format with hostile ids")
struct FormatRoundTripTests {
  /// One form of a format and what it refuses.
  struct Form: CustomTestStringConvertible {
    let format: String
    let fileName: String
    var refused: Set<String> = []

    var testDescription: String { "\(format) as \(fileName)" }
  }

  static let hostile = [
    "B07CXG6C9W", "a.b", "a/b", "../x", "http://shop.example/p?id=1&c=#2", "a b", " lead", "trail ",
    "say \"hi\"", "\"",
    "\"\"", "a,b", ",", "=SUM(A1)", "+1", "-1", "@x", "#hash", "a#b", "a\tb", "\t", "a\nb", "a\r\nb", "a\rb",
    "'", "\\",
    "\\n", "caf\u{e9}", "cafe\u{301}", "ABC", "abc", "100%", "100%cotton", "%", "a%20b", "%=a%20b", "%=", "桜",
    "🇩🇪", "null", "NaN", "0",
    "-", "a;b",
    "\u{feff}x", "\u{a0}x", "x\u{2028}y", "{", "[", "\u{1}", "\u{7f}", "query", "docid", "$query", "e\u{85}e",
  ]
  private static let trimmed: Set = [" lead", "trail ", "\t", "\u{feff}x", "\u{a0}x"]
  private static let broken: Set = ["a\nb", "a\r\nb", "a\rb"]

  static let forms = [
    Form(format: "trec", fileName: "j.qrels"), Form(format: "trec-jg", fileName: "j.qrels"),
    Form(format: "quepid", fileName: "j.csv", refused: trimmed),
    Form(format: "quepid-book", fileName: "j.csv", refused: trimmed),
    Form(format: "quepid-book", fileName: "j.json"),
    Form(format: "rre", fileName: "j.json"), Form(format: "srw", fileName: "j.json"),
    Form(format: "srw", fileName: "j.csv", refused: trimmed.union(broken)),
    Form(format: "esci", fileName: "j.csv"), Form(format: "esci", fileName: "j.tsv"),
    Form(format: "wands", fileName: "label.csv"), Form(format: "csv", fileName: "j.csv"),
    Form(format: "csv", fileName: "j.tsv"),
  ]

  /// What matters of a judgment in a form that doesn't depend on normalisation.
  private struct Essence: Hashable {
    let query: DocumentID
    let text: DocumentID?
    let item: DocumentID
    let grade: Int
  }

  @Test(arguments: forms)
  func itemIDs(form: Form) throws {
    for id in Self.hostile {
      let judgments = [
        judgment(query: "q1", text: "red mug", item: id), judgment(query: "q1", text: "red mug", item: "z"),
      ]
      try check(judgments, form, isRefused: form.refused.contains { $0.utf8.elementsEqual(id.utf8) })
    }
  }

  @Test(arguments: forms)
  func queries(form: Form) throws {
    for id in Self.hostile {
      let judgments = [
        judgment(query: id, text: id, item: "p1"), judgment(query: "q2", text: "blue mug", item: "p1"),
      ]
      try check(judgments, form, isRefused: form.refused.contains { $0.utf8.elementsEqual(id.utf8) })
    }
  }

  @Test(arguments: forms)
  func allInOneFile(form: Form) throws {
    let ids = Self.hostile.filter { id in !form.refused.contains { $0.utf8.elementsEqual(id.utf8) } }
    let judgments = ids.flatMap { query in
      ids.prefix(12).map { judgment(query: query, text: query, item: $0) }
    }
    try check(judgments, form, isRefused: false)
  }

  /// Thousands of real judgments and queries.
  @Test(.enabled(if: SharedData.path("esci-150/qrels.txt") != nil, "\(SharedData.absence)"), arguments: forms)
  func realJudgments(form: Form) throws {
    let qrels = try #require(SharedData.path("esci-150/qrels.txt"))
    let queries = try #require(SharedData.path("esci-150/queries.tsv"))
    let set = try QuerySet(tsv: String(decoding: try AtomicFile.read(queries), as: UTF8.self))
    let reading = try TRECFormat().read(try AtomicFile.read(qrels), options: FormatOptions())
    #expect(reading.judgments.count == 6678 && reading.problems.isEmpty)
    let judgments = try reading.judgments.map { judgment in
      let id = try #require(judgment.queryID)
      let rating = try #require(judgment.rating)
      let grade = try #require(Int(rating))
      return ExportedJudgment(
        queryID: id, query: set[id: id]?.text ?? "", item: judgment.item, assessor: "anna",
        // Wands has three grades only.
        grade: form.format == "wands" ? min(grade, 2) : grade)
    }
    try check(judgments, form, isRefused: false)
  }

  private func judgment(query: String, text: String, item: String) -> ExportedJudgment {
    ExportedJudgment(
      queryID: QueryID(query), query: text, item: DocumentID(item), assessor: "anna",
      grade: (query + item).utf8.count % 3)
  }

  private func check(_ judgments: [ExportedJudgment], _ form: Form, isRefused: Bool) throws {
    let format = try #require(JudgmentFormats.named(form.format))
    var options = FormatOptions(fileName: form.fileName)
    options.scale = format.scale ?? .zeroToThree
    let output: FormatOutput
    do throws(FormatRefusal) {
      output = try format.write(judgments, options: options)
    } catch {
      #expect(isRefused, "\(form.testDescription) refused: \(error)")
      return
    }
    #expect(!isRefused, "\(form.testDescription) wrote \(judgments[0].item.text.debugDescription)")
    options.wandsQueries = output.companion?.bytes
    let reading = try format.read(output.bytes, options: options)
    #expect(reading.problems.isEmpty)
    let reader = GradeReading(scale: options.scale)
    let read = try reading.judgments.map { judgment in
      // Formats that lack the id or the text of a query are compared by what they have.
      Essence(
        query: DocumentID(try #require(judgment.queryID?.text ?? judgment.query)),
        text: judgment.query.map(DocumentID.init),
        item: judgment.item, grade: try reader.grade(of: try #require(judgment.rating)))
    }
    let hasIDs = reading.judgments.first?.queryID != nil
    let hasTexts = reading.judgments.first?.query != nil
    let written = judgments.map {
      Essence(
        query: DocumentID(hasIDs ? $0.queryID.text : $0.query), text: hasTexts ? DocumentID($0.query) : nil,
        item: $0.item,
        grade: $0.grade ?? -1)
    }
    let isSame = Set(read) == Set(written)
    let lost = Set(written).subtracting(read).first.map { "\($0)" } ?? ""
    #expect(isSame, "\(form.testDescription): lost \(lost.debugDescription)")
    #expect(read.count == written.count)
  }
}
