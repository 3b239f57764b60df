import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

@Suite struct GradingTests {
  private func graded(_ session: Session, _ ordinal: Int) -> Int? {
    session.state.book.grades["q-001", Bench.id(ordinal)]
  }

  private func opened(answers: Bool = true) -> Session {
    var session = Session()
    session.press("red striped mug<enter>")
    session.answers = answers
    return session
  }

  @Test func gradesAndAdvances() {
    var session = opened()
    session.press("30<space>2")
    #expect([0, 1, 2, 3].map { graded(session, $0) } == [3, 0, nil, 2])
    #expect(session.state.cursor == 4)
    #expect(session.drafts.map(\.decision) == [.grade(3), .grade(0), .skipped, .grade(2)])
    #expect(session.drafts.map(\.item) == [0, 1, 2, 3].map(Bench.id))
    #expect(session.drafts.allSatisfy { $0.query.id == "q-001" && $0.previous == nil })
    #expect(session.state.savedAt == "12:04:31")
  }

  @Test func showsAGradeBeforeItIsSavedAndSaysSo() {
    var session = opened(answers: false)
    session.press("3")
    #expect(graded(session, 0) == 3)
    #expect(session.state.book.isSaving)
    #expect(session.state.savedAt == nil)
    session.send(.judged(token: session.drafts[0].token, clock: "09:00:00"))
    #expect(!session.state.book.isSaving)
    #expect(session.state.savedAt == "09:00:00")
  }

  @Test func ignoresAnswersToDecisionsItNeverMade() {
    var session = opened()
    session.send(.judged(token: 99, clock: "09:00:00"))
    session.send(.judgmentFailed(token: 99, message: "x"))
    #expect(session.state.savedAt == nil && session.state.failedSaves == 0)
  }

  @Test func refusesDigitsOffTheScale() {
    var session = opened()
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
    var session = opened(answers: false)
    session.press("/x<enter>")
    #expect(session.press("3").isEmpty)
    #expect(session.state.book.grades.count == 0)
  }

  @Test func doesNotSaveTheSameGradeTwice() {
    var session = opened()
    session.press("3k3")
    #expect(session.drafts.count == 1)
    #expect(session.state.cursor == 1)
  }

  @Test func withdraws() {
    var session = opened()
    session.press("3k<backspace>")
    #expect(graded(session, 0) == nil)
    #expect(session.drafts.last?.grade == nil && session.drafts.last?.previous == 3)
  }

  @Test func undoesAndRedoesByNewDecisions() {
    var session = opened()
    session.press("32u")
    #expect([0, 1].map { graded(session, $0) } == [3, nil])
    #expect(session.state.cursor == 1, "the cursor returns to what was undone")
    session.press("u")
    #expect(graded(session, 0) == nil)
    session.press("<ctrl-r><ctrl-r>")
    #expect([0, 1].map { graded(session, $0) } == [3, 2])
    #expect(session.drafts.map(\.grade) == [3, 2, nil, nil, 3, 2])
    #expect(session.drafts.map(\.token) == [1, 2, 3, 4, 5, 6])
    session.press("<ctrl-r>")
    #expect(session.state.notice?.text == "nothing to redo")
  }

  @Test func forgetsRedoAfterANewGrade() {
    var session = opened()
    session.press("3u2<ctrl-r>")
    #expect(graded(session, 0) == 2)
    #expect(session.state.notice?.text == "nothing to redo")
  }

  @Test func undoesAcrossQueries() {
    var session = opened()
    session.press("3]u")
    #expect(graded(session, 0) == nil)
    #expect(session.drafts.last?.query.id == "q-001")
    #expect(session.state.notice?.text == "undone: p-1000 has no grade for “red striped mug”")
  }

  @Test func restoresTheGradeBeforeWhenSavingFails() {
    var session = opened()
    session.press("2k")
    session.answers = false
    session.press("3")
    session.send(.judgmentFailed(token: 2, message: "journal.jsonl: no space left on device"))
    #expect(graded(session, 0) == 2)
    #expect(
      session.state.notice
        == Notice("grade 3 of p-1000 not saved: journal.jsonl: no space left on device", isWarning: true))
    #expect(session.state.failedSaves == 1)
    session.answers = true
    session.press("u")
    #expect(graded(session, 0) == nil, "what failed is not undone; what was saved before is")
  }

  @Test func keepsALaterGradeWhenAnEarlierOneFails() {
    var session = opened(answers: false)
    session.press("2k3")
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(graded(session, 0) == 3)
    session.send(.judgmentFailed(token: 2, message: "x"))
    #expect(graded(session, 0) == nil, "a grade that was never saved must not return")
  }

  @Test func undoesALaterGradeToWhatWasSavedBeforeTheFailedOne() {
    var session = opened(answers: false)
    session.press("2k3")
    session.send(.judged(token: 2, clock: "09:00:00"))
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(graded(session, 0) == 3, "a later grade stays, saved or not")
    session.press("u")
    #expect(graded(session, 0) == nil)
    #expect(session.drafts.last?.grade == nil && session.drafts.last?.previous == 3)
  }

  /// The later decision is known neither to undo nor to redo nor under way.
  @Test func keepsALaterUndoWhenWhatItUndidFails() {
    var session = opened(answers: false)
    session.press("2u")
    session.send(.judged(token: 2, clock: "09:00:00"))
    session.press("j1")
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(graded(session, 0) == nil)
    #expect(graded(session, 1) == 1)
  }

  @Test func takesAFailedUndoBack() {
    var session = opened()
    session.press("3")
    session.answers = false
    session.press("u")
    session.send(.judgmentFailed(token: 2, message: "x"))
    #expect(graded(session, 0) == 3)
    session.answers = true
    session.press("u")
    #expect(graded(session, 0) == nil)
    session.press("<ctrl-r>")
    #expect(graded(session, 0) == 3)
  }

  @Test func measuresByTheReferenceWhereItKnowsTheQuery() throws {
    var session = opened()
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

  @Test func showsGradesOfTheJournalItWasOpenedWith() {
    var session = Session(bench: Bench.workbench(judgments: Qrels(["q-001": [Bench.id(1): 2]])))
    session.press("red striped mug<enter>")
    #expect(graded(session, 1) == 2)
  }

  @Test func passesOverWhatWasDecidedAndKeepsIt() {
    var session = opened()
    session.press("3k<space>")
    #expect(graded(session, 0) == 3 && session.state.cursor == 1)
    #expect(session.drafts.count == 1)
  }

  @Test func saysThatItCanNotTell() {
    var session = opened()
    session.press("3kd")
    #expect(graded(session, 0) == nil)
    #expect(session.drafts.last?.decision == .cannotTell && session.state.cursor == 1)
    session.press("u")
    #expect(graded(session, 0) == 3, "undo gives back what was said before")
    #expect(session.drafts.last?.decision == .grade(3))
  }

  @Test func flagsAndUnflagsWithoutTouchingTheGrade() {
    var session = opened()
    session.press("3kff")
    #expect(session.drafts.map(\.decision) == [.grade(3), .flagged(true), .flagged(false)])
    session.press("u")
    #expect(session.state.book.opinion(of: Bench.id(0), for: "q-001").isFlagged)
    #expect(graded(session, 0) == 3 && session.state.cursor == 0)
  }

  @Test func writesChangesAndErasesANote() {
    var session = opened()
    session.press("n a stripe, not two <enter>")
    #expect(session.drafts.map(\.decision) == [.noted])
    #expect(session.drafts[0].note == "a stripe, not two")
    session.press("n<ctrl-u>x<esc>")
    #expect(session.drafts.count == 1, "esc leaves the note as it was")
    session.press("n<ctrl-u><enter>")
    #expect(session.drafts.last?.note == "")
    session.press("u")
    #expect(session.drafts.last?.note == "a stripe, not two")
    #expect(session.state.book.opinion(of: Bench.id(0), for: "q-001").note == "a stripe, not two")
  }

  @Test func aNoteIsTextWhateverIsTypedOrPasted() {
    var session = opened()
    session.press("nq3?g/u")
    session.send(.terminal(.paste("one\ntwo")))
    #expect(session.state.noteEditor?.field.text == "q3?g/uone two")
    #expect(session.drafts.isEmpty && session.state.context == .note)
    session.press("<enter>")
    #expect(session.drafts.last?.item == Bench.id(0))
  }

  @Test func takesAFailedNoteOffTheScreen() {
    var session = opened(answers: false)
    session.press("nhm<enter>f")
    session.send(.judgmentFailed(token: 1, message: "journal.jsonl: read-only"))
    let opinion = session.state.book.opinion(of: Bench.id(0), for: "q-001")
    #expect(opinion.note.isEmpty && opinion.isFlagged, "the flag was another decision")
    #expect(session.state.notice?.text == "note of p-1000 not saved: journal.jsonl: read-only")
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

  private func judgments(_ grades: [(assessor: String, grade: Int)]) -> [Judgment] {
    grades.map { assessor, grade in
      Judgment(
        time: "t", assessor: assessor, queryID: "q-001", query: "red striped mug", item: Bench.id(0),
        scale: "0-3", decision: .grade(grade), itemHash: "")
    }
  }

  @Test func othersGradesDoNotShowByThemselves() throws {
    let known = KnownJudgments(judgments([("ben", 3)]), assessor: "ada")
    var session = Session(bench: Bench.workbench(known: known, qrels: Qrels()))
    session.press("red striped mug<enter>")
    #expect(graded(session, 0) == nil && session.state.columns[0].standing == nil)
    session.press("1k")
    #expect(graded(session, 0) == 1 && session.state.columns[0].standing?.source == .own)
    session.press("<backspace>")
    #expect(graded(session, 0) == nil, "what others said stays out of sight")
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
    #expect(graded(session, 0) == 3, "the latest counts")
    #expect(session.state.book.opinion(of: Bench.id(0), for: "q-001").answer == .grade(1))
    session.press("2k")
    #expect(graded(session, 0) == 2)
    session.press("<backspace>")
    #expect(graded(session, 0) == 3, "whoever withdraws takes nothing from the others")
  }
}
