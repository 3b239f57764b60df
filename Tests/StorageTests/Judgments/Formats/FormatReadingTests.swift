import Relevance
import Testing

@testable import Storage

/// Files as the tools themselves write them.
@Suite struct FormatReadingTests {
  private func read(_ format: String, _ text: String, _ change: (inout FormatOptions) -> Void = { _ in })
    throws
    -> FormatReading
  {
    var options = FormatOptions()
    change(&options)
    return try #require(JudgmentFormats.named(format)).read(Array(text.utf8), options: options)
  }

  private func summary(_ reading: FormatReading) -> [String] {
    reading.judgments.map {
      "\($0.queryID?.text ?? $0.query ?? "") \($0.item) \($0.rating ?? "-") \($0.assessor ?? "")"
    }
  }

  @Test func trecPassesOverPooledItemsAndReportsTheRest() throws {
    let reading = try read("trec", "# made by hand\nq1 0 p1 3\r\n\nq1 0 p2 -1\nq1 0 p3\nq1 0 %=a%20b 1\n")
    #expect(summary(reading) == ["q1 p1 3 ", "q1 a b 1 "])
    #expect(reading.passed == ["pooled, not judged (-1)": 1])
    #expect(reading.problems.map(\.place) == [.line(5)])
    #expect(reading.records == 4)
    let unjudged = [ExportedJudgment(queryID: "q", query: "", item: DocumentID("p"), grade: -1)]
    #expect(throws: FormatRefusal.self) { try TRECFormat().write(unjudged, options: FormatOptions()) }
  }

  @Test func theSecondColumnOfJudgmentGroupsIsTheAssessor() throws {
    #expect(summary(try read("trec-jg", "q1 anna p1 3\nq1 bo p1 2\n")) == ["q1 p1 3 anna", "q1 p1 2 bo"])
  }

  @Test func aTableMayBeSeparatedBySemicolons() throws {
    let german = try read("csv", "\u{feff}query;item;grade\r\n\"a;b, c\";p,1;3\r\n")
    #expect(summary(german) == ["a;b, c p,1 3 "] && german.problems.isEmpty)
    // A comma in the heading is a separator, and semicolons are text.
    let other = try read("csv", "query,item,grade;x\nmug;cup,p1,2\n") { $0.columns[.grade] = "grade;x" }
    #expect(summary(other) == ["mug;cup p1 2 "])
  }

  @Test func scalesOfEqualLooksAreNotTheSame() throws {
    let reading = try read("csv", "query,item,grade,scale\nm,p,1,caf\u{e9}\nm,r,1,cafe\u{301}\n")
    #expect(reading.judgments.map(\.item) == ["p"] && reading.problems.map(\.place) == [.line(3)])
  }

  @Test func quepidTrimsAndTakesItsGuardAway() throws {
    let reading = try read(
      "quepid", "query,docid,rating\r\nstar trek,,\r\n mug , =1+1,3 \n\"a, b\",p2,\nx,y,z,w\n,p,1")
    #expect(summary(reading) == ["mug =1+1 3 "])
    #expect(reading.passed == ["query without a document": 1, "document without a rating": 1])
    #expect(reading.problems.map(\.place) == [.line(5), .line(6)])
    let error = #expect(throws: LineError.self) { try read("quepid", "docid,query,rating\n") }
    #expect(error?.line == 1)
  }

  @Test func quepidIsWrittenAsQuepidDoes() throws {
    let judgments = [
      ExportedJudgment(queryID: "q", query: "a, b", item: DocumentID("-x"), grade: 2),
      ExportedJudgment(queryID: "q", query: "a, b", item: DocumentID("y"), grade: 0),
    ]
    let output = try QuepidFormat().write(judgments, options: FormatOptions())
    #expect(
      String(decoding: output.bytes, as: UTF8.self) == "query,docid,rating\n\"a, b\", -x,2\n\"a, b\",y,0")
  }

  @Test func aBookTableHasAColumnForEachJudge() throws {
    let reading = try read("quepid-book", "query,docid,Anna A,Bo\nmug,p1,3,\nmug,p2,,\nmug,p3,1,2\n")
    #expect(summary(reading) == ["mug p1 3 Anna A", "mug p3 1 Anna A", "mug p3 2 Bo"])
    #expect(reading.passed == ["document without a rating": 1])
  }

  @Test func aBookKeepsNotesFlagsAndDoubts() throws {
    let reading = try read(
      "quepid-book",
      """
      {"name":"Book","show_rank":false,"scale":[0,1,2,3],"query_doc_pairs":[
        {"query_text":"mug","doc_id":"p1","position":1,"judgements":[
          {"rating":2.0,"unrateable":false,"judge_later":true,"user_email":"a@x.org","explanation":"handle"},
          {"rating":null,"unrateable":true,"judge_later":false,"user_email":null,"explanation":null}]},
        {"query_text":"mug","doc_id":"p2","judgements":[]}, {"doc_id":"p3"}]}
      """)
    let first = try #require(reading.judgments.first)
    #expect(first.rating == "2.0" && first.isFlagged && first.note == "handle" && first.assessor == "a@x.org")
    #expect(reading.judgments.last?.isUnrateable == true && reading.judgments.last?.rating == nil)
    #expect(reading.problems.map(\.place) == [.member("query_doc_pairs[2]", line: 5)])
    let written = reading.judgments.map {
      ExportedJudgment(
        queryID: "mug", query: "mug", item: $0.item, assessor: $0.assessor ?? "",
        grade: $0.rating.map { _ in 2 },
        isUnrateable: $0.isUnrateable, isFlagged: $0.isFlagged, note: $0.note)
    }
    let output = try QuepidBookFormat().write(written, options: FormatOptions())
    let again = try QuepidBookFormat().read(output.bytes, options: FormatOptions())
    #expect(again.judgments.map(\.note) == ["handle", nil])
    #expect(again.judgments.map(\.isFlagged) == [true, false])
    #expect(again.judgments.map(\.isUnrateable) == [false, true])
    #expect(output.omitted.isEmpty)
    #expect(reading.scale == nil, "there are no labels")
    #expect(again.scale?.means(.zeroToThree) == true && again.scale?.means(.binary) == false)
  }

  /// Elements are found whatever stands between them.
  @Test func elementsOfJSONAreFoundByLine() {
    let text = """
      \u{feff}{"a]": "x\\"[,}\\n", "topics": [
        {"n": -1.5e3, "queries": [ {"t": [[], {}]},

          {"t": true}]} ,
        null]
      , "empty": []}
      """
    #expect(
      JSONLines.ofElements(in: Array(text.utf8)) == [
        "topics[0]": 2, "topics[0].queries[0]": 2, "topics[0].queries[0].t[0]": 2,
        "topics[0].queries[0].t[1]": 2, "topics[0].queries[1]": 4, "topics[1]": 5,
      ])
  }

  @Test func aTableSaysItsScale() throws {
    let judgment = ExportedJudgment(queryID: "q", query: "mug", item: DocumentID("p"), grade: 1)
    var options = FormatOptions()
    options.scale = Scale(id: "mine", names: ["no", "some", "all"])
    let output = try TableFormat().write([judgment], options: options)
    let reading = try TableFormat().read(output.bytes, options: FormatOptions())
    #expect(reading.scale == .id("mine") && reading.problems.isEmpty)
    let mixed = try read("csv", "query,item,grade,scale\nm,p,1,0-3\nm,q,1,binary\nm,r,1,0-3\n")
    #expect(mixed.judgments.count == 2 && mixed.problems.map(\.place) == [.line(3)])
  }

  @Test func rreIsReadNestedFlatAndOld() throws {
    let nested = """
      {"index":"core1","topics":[{"description":"Fender","query_groups":[{"name":"Brand","queries":[
        {"template":"t.json","placeholders":{"$query":"fender","$lang":"en"}},
        {"template":"t.json","placeholders":{"$query":"fender bass"}}],
        "relevant_documents":{"1":{"gain":3},"2":{"rating":2},"3":{}}}]}]}
      """
    let reading = try read("rre", nested)
    #expect(
      summary(reading) == ["fender 1 3 ", "fender 2 2 ", "fender bass 1 3 ", "fender bass 2 2 "])
    #expect(reading.problems.count == 2)
    let flat = #"{"queries":[{"placeholders":{"$query":"mug"},"relevant_documents":{"p1":{"gain":0}}}]}"#
    #expect(summary(try read("rre", flat)) == ["mug p1 0 "])
    let old =
      #"{"query_groups":[{"queries":[{"placeholders":{"q":"mug"}}],"relevant_documents":{"3":["193"],"1":["7"]}}]}"#
    #expect(summary(try read("rre", old)) == ["mug 193 3 ", "mug 7 1 "])
  }

  @Test func srwHasTextRatingsAndAnOptionalHeading() throws {
    let body =
      #"{"name":"x","type":"IMPORT_JUDGMENT","judgmentRatings":[{"query":"red dress","ratings":[{"docId":"B0","rating":"0.000"},{"docId":"B1"}]}]}"#
    let reading = try read("srw", body)
    #expect(summary(reading) == ["red dress B0 0.000 "])
    #expect(reading.problems.map(\.place) == [.member("judgmentRatings[0].ratings[1]", line: 1)])
    let table = try read("srw", "Query,DocID,Rating\r\n\"55\"\" tv\", p1 ,2\nmug,p2\n")
    #expect(summary(table) == ["55\" tv p1 2 "])
    #expect(table.problems.map(\.place) == [.line(3)])
    #expect(summary(try read("srw", "mug,p1,2")) == ["mug p1 2 "])
  }

  @Test func esciTakesItsColumnsInAnyOrder() throws {
    let reading = try read(
      "esci",
      "example_id,query,query_id,product_id,product_locale,esci_label,small_version\n0, revent 80 cfm,0,B000MOO21W,us,I,0\n1,x,1,B1,us,,0\n"
    )
    #expect(reading.judgments.map(\.query) == [" revent 80 cfm"])
    #expect(summary(reading) == ["0 B000MOO21W I "])
    #expect(reading.passed == ["example without a label": 1])
    #expect(throws: LineError.self) { try read("esci", "PAR1\u{15}") }
    let error = #expect(throws: LineError.self) { try read("esci", "query,product_id,label\n") }
    #expect(error?.reason.contains("'esci_label'") == true)
  }

  @Test func wandsTakesTextsFromTheOtherFile() throws {
    let reading = try read(
      "wands", "id\tquery_id\tproduct_id\tlabel\n0\t7\t25434\tExact\n1\t8\t12088\tPartial\n"
    ) {
      $0.wandsQueries = Array("query_id\tquery\tquery_class\n7\tsalon chair\tMassage Chairs\n".utf8)
    }
    #expect(reading.judgments.map(\.query) == ["salon chair", nil])
    #expect(summary(reading) == ["7 25434 Exact ", "8 12088 Partial "])
  }

  @Test func aTableIsReadByUsualNamesOrGivenOnes() throws {
    #expect(
      summary(
        try read("csv", "Keyword;x\tdoc_id\tRating\nmug\tp1\t2\n") {
          $0.columns[.query] = "keyword;x"
        }) == ["mug p1 2 "])
    #expect(summary(try read("csv", "qid,sku,label,annotator\nq1,p1,Exact,bo\n")) == ["q1 p1 Exact bo"])
    let error = #expect(throws: LineError.self) { try read("csv", "query,thing,grade\n") }
    #expect(error?.reason.contains("--column item=") == true)
    #expect(throws: LineError.self) { try read("csv", "query,item,grade\n") { $0.columns[.item] = "sku" } }
  }

  @Test func aQuoteThatNeverClosesCostsItsOwnLine() throws {
    let reading = try read("csv", "query,item,grade\n\"mug,p1,3\nmug,p2,2\nmug,p3\n\u{ff}")
    #expect(summary(reading) == ["mug p2 2 "])
    #expect(reading.problems.map(\.place) == [.line(2), .line(4), .line(5)])
    let spanning = try read("csv", "query,item,grade\n\"two\r\nlines\",p1,3\nmug,p2,2\n")
    #expect(spanning.judgments.map(\.query) == ["two\r\nlines", "mug"])
    #expect(spanning.judgments.map(\.place) == [.line(2), .line(4)])
  }

  @Test func brokenJSONSaysWhere() {
    let error = #expect(throws: LineError.self) { try read("srw", "{\n \"judgmentRatings\": [,]}") }
    #expect(error?.line == 2)
    #expect(error?.reason.contains("column 22") == true)
  }

  @Test func whatAFormatCannotHoldIsRefusedOrCounted() throws {
    let unnamed = [ExportedJudgment(queryID: "q1", query: "", item: DocumentID("p"), grade: 1)]
    for name in ["quepid", "quepid-book", "rre", "srw", "esci"] {
      var options = FormatOptions()
      options.scale = name == "esci" ? .esci : .zeroToThree
      let error = #expect(throws: FormatRefusal.self) {
        try #require(JudgmentFormats.named(name)).write(unnamed, options: options)
      }
      #expect(error?.description.contains("--queries") == true)
    }
    let twins = ["q1", "q2"].map {
      ExportedJudgment(queryID: QueryID($0), query: "mug", item: DocumentID("p"), grade: 1)
    }
    #expect(throws: FormatRefusal.self) { try SRWFormat().write(twins, options: FormatOptions()) }
    #expect(throws: FormatRefusal.self) { try WANDSFormat().write(twins, options: FormatOptions()) }
    let noted = [
      ExportedJudgment(queryID: "q1", query: "m", item: DocumentID("p"), grade: 1, isFlagged: true, note: "n")
    ]
    #expect(try SRWFormat().write(noted, options: FormatOptions()).omitted == ["flag": 1, "note": 1])
    #expect(try TableFormat().write(noted, options: FormatOptions()).omitted == ["flag": 1])
  }
}
