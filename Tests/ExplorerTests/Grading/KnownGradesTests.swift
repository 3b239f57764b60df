import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Grades that a session was opened with: one's own and others'.
@Suite struct KnownGradesTests {
  private func judgments(_ grades: [(assessor: String, grade: Int)]) -> [Judgment] {
    grades.map { assessor, grade in
      Judgment(
        time: "t", assessor: assessor, queryID: "q-001", query: "red striped mug", item: Bench.id(0),
        scale: "0-3", decision: .grade(grade), itemHash: "")
    }
  }

  @Test func showsGradesOfTheJournalItWasOpenedWith() {
    var session = Session(bench: Bench.workbench(judgments: Qrels(["q-001": [Bench.id(1): 2]])))
    session.press("red striped mug<enter>")
    #expect(session.grade(of: 1) == 2)
  }

  @Test func othersGradesDoNotShowByThemselves() throws {
    let known = KnownJudgments(judgments([("ben", 3)]), assessor: "ada")
    var session = Session(bench: Bench.workbench(known: known, qrels: Qrels()))
    session.press("red striped mug<enter>")
    #expect(session.grade(of: 0) == nil && session.state.columns[0].standing == nil)
    session.press("1k")
    #expect(session.grade(of: 0) == 1 && session.state.columns[0].standing?.source == .own)
    session.press("<backspace>")
    #expect(session.grade(of: 0) == nil, "what others said stays out of sight")
  }

  @Test func othersGradesAreMarked() throws {
    let known = KnownJudgments(judgments([("ben", 3)]), assessor: "ada", showingOthers: true)
    var session = Session(bench: Bench.workbench(known: known, qrels: Qrels()))
    session.press("red striped mug<enter>")
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.contains { $0.contains("³") } && rows.contains { $0.contains("everybody") })
    session.press("2k")
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("³") })
  }

  @Test func aRemarkIsReadBeforeTheFirstKey() {
    let bench = Workbench(
      catalogue: "c", encoder: "e", dimensions: [16], itemCount: 12, queries: [], qrels: Qrels(),
      judgments: KnownJudgments(), scale: .zeroToThree, journal: "j", remark: "3 grades are not shown")
    var session = Session(bench: bench)
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("3 grades are not shown") == true)
    session.press("m")
    #expect(session.state.notice == nil)
  }

  @Test func showsOthersGradesAndReturnsToThemWhenOwnOnesGo() {
    let known = KnownJudgments(judgments([("ada", 1), ("ben", 3)]), assessor: "ada", showingOthers: true)
    var session = Session(bench: Bench.workbench(known: known))
    session.press("red striped mug<enter>")
    #expect(session.grade(of: 0) == 3, "the latest counts")
    #expect(session.state.book.opinion(of: Bench.id(0), for: "q-001").answer == .grade(1))
    session.press("2k")
    #expect(session.grade(of: 0) == 2)
    session.press("<backspace>")
    #expect(session.grade(of: 0) == 3, "whoever withdraws takes nothing from the others")
  }
}
