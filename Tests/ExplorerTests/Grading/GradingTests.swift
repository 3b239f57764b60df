import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Grades given with one key.
@Suite struct GradingTests {
  @Test func gradesAndAdvances() {
    var session = Session.grading()
    session.press("30<space>2")
    #expect([0, 1, 2, 3].map { session.grade(of: $0) } == [3, 0, nil, 2])
    #expect(session.state.cursor == 4)
    #expect(session.drafts.map(\.decision) == [.grade(3), .grade(0), .skipped, .grade(2)])
    #expect(session.drafts.map(\.item) == [0, 1, 2, 3].map(Bench.id))
    #expect(session.drafts.allSatisfy { $0.query.id == "q-001" && $0.previous == nil })
    #expect(session.state.savedAt == "12:04:31")
  }

  @Test func showsAGradeBeforeItIsSavedAndSaysSo() {
    var session = Session.grading(answers: false)
    session.press("3")
    #expect(session.grade(of: 0) == 3)
    #expect(session.state.book.isSaving)
    #expect(session.state.savedAt == nil)
    session.send(.judged(token: session.drafts[0].token, clock: "09:00:00"))
    #expect(!session.state.book.isSaving)
    #expect(session.state.savedAt == "09:00:00")
  }

  @Test func ignoresAnswersToDecisionsItNeverMade() {
    var session = Session.grading()
    session.send(.judged(token: 99, clock: "09:00:00"))
    session.send(.judgmentFailed(token: 99, message: "x"))
    #expect(session.state.savedAt == nil && session.state.failedSaves == 0)
  }

  @Test func refusesDigitsOffTheScale() {
    var session = Session.grading()
    #expect(session.press("7").isEmpty)
    #expect(session.state.notice == Notice("7 is not on the scale 0-3", isWarning: true))
    #expect(session.state.cursor == 0)
  }

  @Test func refusesGradesWithoutAQuery() {
    var session = Session()
    #expect(session.press("<enter>3").isEmpty)
    #expect(session.state.notice?.isWarning == true)
  }

  @Test func refusesToGradeWhatBelongsToTheQueryBefore() {
    var session = Session.grading(answers: false)
    session.press("/x<enter>")
    #expect(session.press("3").isEmpty)
    #expect(session.state.book.grades.count == 0)
  }

  @Test func doesNotSaveTheSameGradeTwice() {
    var session = Session.grading()
    session.press("3k3")
    #expect(session.drafts.count == 1)
    #expect(session.state.cursor == 1)
  }

  @Test func withdraws() {
    var session = Session.grading()
    session.press("3k<backspace>")
    #expect(session.grade(of: 0) == nil)
    #expect(session.drafts.last?.grade == nil && session.drafts.last?.previous == 3)
  }

  @Test func gradesByTheLettersOfTheScaleThatAreFree() {
    var session = Session(bench: Bench.workbench(scale: .esci))
    session.press("red striped mug<enter>sCi3")
    #expect(session.drafts.map(\.decision) == [2, 1, 0, 3].map { .grade($0) })
    #expect(session.state.columns.map(\.settings.mode) == [.dense, .hybrid], "C grades and c is a command")
    session.press("e<esc>")
    #expect(session.drafts.count == 4, "e and E are commands")
    session.press("c")
    #expect(session.state.columns[0].settings.mode != .dense)
  }

  @Test func saysWhereAndHowLongAnItemWasSeen() {
    var session = Session()
    session.clock = 1000
    session.press("red striped mug<enter>")
    session.clock = 1400
    session.press("j")
    session.clock = 2150
    session.press("2")
    #expect(session.drafts[0].milliseconds == 750)
    #expect(session.drafts[0].seen == Sighting(place: "dense 256 float32", rank: 2))
    #expect(!session.drafts[0].isBlind)
  }

  @Test func measuresByTheReferenceWhereItKnowsTheQuery() throws {
    var session = Session.grading()
    session.press("0")
    let standing = try #require(session.state.columns[0].standing)
    #expect(standing.source == .reference)
    #expect(standing.judged == 5)
    let ranking = try #require(session.state.columns[0].ranking)
    #expect(
      standing.score
        == NDCG(cutoff: 10).score(ranking: ranking.top(10), grades: session.state.bench.qrels["q-001"]))
  }

  @Test func measuresByTheJournalOtherwise() throws {
    var session = Session()
    session.press("tall mug<enter>")
    #expect(session.state.columns[0].standing == nil)
    session.press("0")
    #expect(session.state.columns[0].standing?.score == nil, "nothing relevant is known")
    session.press("3")
    let standing = try #require(session.state.columns[0].standing)
    #expect(standing.source == .own && standing.judged == 2)
    #expect(standing.score.map { $0 > 0.6 && $0 < 0.7 } == true)
  }
}
