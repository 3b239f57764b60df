import Relevance
import Storage
import Testing

@testable import assay

@Suite struct ImportPlanTests {
  private func settings(queries: QuerySet = QuerySet()) -> ImportSettings {
    ImportSettings(
      grades: GradeReading(scale: .zeroToThree), assessor: "file", source: .imported("csv"),
      time: "2026-11-21T00:00:00.000Z",
      naming: QueryNaming(queries))
  }

  private func plan(
    _ table: String, into existing: [Judgment] = [], _ change: (inout ImportSettings) -> Void = { _ in }
  ) throws -> ImportPlan {
    var settings = settings()
    change(&settings)
    let reading = try TableFormat().read(
      Array(("qid,item,grade,assessor,note\n" + table).utf8), options: FormatOptions())
    return ImportPlan(reading, into: existing, settings: settings)
  }

  private func judgment(
    _ assessor: String, _ item: String, _ decision: Decision, implicit: Bool = false
  ) -> Judgment {
    Judgment(
      time: "", assessor: assessor, queryID: "q", query: "", item: DocumentID(item), scale: "0-3",
      decision: decision,
      itemHash: "", source: implicit ? .implicit("clicks") : .human)
  }

  @Test func theLastOfTwoCountsAndBothAreNamed() throws {
    let plan = try plan("q,a,3,,\nq,a,3,,\nq,b,1,,\nq,a,2,,\nq,a,3,anna,\n")
    #expect(plan.decisions.map(\.grade) == [2, 1, 3])
    #expect(plan.decisions.map(\.assessor) == ["file", "file", "anna"])
    #expect(plan.duplicates == 1)
    let conflict = try #require(plan.conflicts.first)
    #expect(plan.conflicts.count == 1 && conflict.earlier == .line(2) && conflict.later == .line(5))
    #expect(plan.histogram == [1: 1, 2: 1, 3: 1])
  }

  @Test func problemsComeInTheOrderOfTheFile() throws {
    let plan = try plan("q,a,9,,\nq,b\nq,c,x,,\n")
    #expect(plan.problems.map(\.place) == [.line(2), .line(3), .line(4)])
    #expect(plan.decisions.isEmpty)
  }

  @Test func theJournalIsNotToldTwice() throws {
    let existing = [
      judgment("file", "same", .grade(1)), judgment("file", "other", .grade(1)),
      judgment("bo", "third", .grade(3)),
      judgment("file", "back", .grade(2)), judgment("file", "back", .withdrawn),
      judgment("file", "clicked", .grade(0), implicit: true),
    ]
    let plan = try plan("q,same,1,,\nq,other,2,,\nq,third,0,,\nq,back,2,,\nq,clicked,3,,\n", into: existing)
    #expect(plan.already == 1)
    #expect(plan.changes.map(\.item.text) == ["other"])
    #expect(plan.dissents == 1)
    #expect(plan.decisions.map(\.item.text) == ["other", "third", "back", "clicked"])
  }

  @Test func notesAndDoubtsAreDecisionsOfTheirOwn() throws {
    let book = """
      {"query_doc_pairs":[{"query_text":"mug","doc_id":"p","judgements":[
        {"rating":2,"judge_later":true,"user_email":"a","explanation":"n"},{"unrateable":true,"user_email":"b"},
        {"explanation":"only","user_email":"c"}]}]}
      """
    let reading = try QuepidBookFormat().read(Array(book.utf8), options: FormatOptions())
    var queries = QuerySet()
    queries.append(Query(id: "q7", text: "mug"))
    let plan = ImportPlan(reading, into: [], settings: settings(queries: queries))
    #expect(plan.decisions.map(\.decision) == [.grade(2), .flagged(true), .cannotTell, .noted])
    #expect(plan.decisions.map(\.note) == ["n", nil, nil, "only"])
    #expect(plan.decisions.allSatisfy { $0.queryID == "q7" && $0.query == "mug" })
    let again = ImportPlan(reading, into: plan.decisions, settings: settings(queries: queries))
    #expect(again.decisions.isEmpty && again.already == 4)
  }

  @Test func unknownQueriesAreCountedAndLeftOutOnRequest() throws {
    var queries = QuerySet()
    queries.append(Query(id: "q", text: "mug"))
    let known = QueryNaming(queries)
    let kept = try plan("q,a,1,,\nz,a,1,,\nz,b,1,,\n") { $0.naming = known }
    #expect(kept.unknownQueries == [QueryID("z"): 2] && kept.decisions.count == 3)
    let left = try plan("q,a,1,,\nz,a,1,,\n") {
      $0.naming = known
      $0.leavesOutUnknown = true
    }
    #expect(left.decisions.map(\.queryID) == ["q"])
  }
}

@Suite struct QueryNamingTests {
  @Test func aTextIsFoundAsSpelledThenByEquivalenceThenNamedAfterItself() {
    var set = QuerySet()
    set.append(Query(id: "nfd", text: "cafe\u{301}"))
    set.append(Query(id: "Nike", text: "Nike"))
    var naming = QueryNaming(set)
    #expect(naming.identify(id: nil, text: "caf\u{e9}").id == "nfd")
    #expect(naming.identify(id: nil, text: "Nike").id == "Nike")
    #expect(naming.identify(id: nil, text: "nike").id == QueryIdentity.id(of: "nike"))
    naming.add([QueryID("nfc"): "caf\u{e9}"])
    #expect(naming.identify(id: nil, text: "caf\u{e9}").id == "nfc")
    #expect(naming.identify(id: nil, text: "cafe\u{301}").id == "nfd")
    #expect(naming.identify(id: "Nike", text: nil).text == "Nike")
    #expect(naming.identify(id: "nike", text: nil).text == "")
  }
}
