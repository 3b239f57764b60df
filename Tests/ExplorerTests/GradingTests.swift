import Explorer
import Relevance
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
    #expect(session.drafts.map(\.grade) == [3, 0, 2])
    #expect(session.drafts.map(\.item) == [0, 1, 3].map(Bench.id))
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
      standing.ndcg
        == NDCG(cutoff: 10).score(ranking: ranking.top(10), grades: session.state.bench.qrels["q-001"]))
  }

  @Test func measuresByTheJournalOtherwise() throws {
    var session = Session()
    session.press("tall mug<enter>")
    #expect(session.state.columns[0].standing == nil)
    session.press("0")
    #expect(session.state.columns[0].standing?.ndcg == nil, "nothing relevant is known")
    session.press("3")
    let standing = try #require(session.state.columns[0].standing)
    #expect(standing.source == .journal && standing.judged == 2)
    #expect(standing.ndcg.map { $0 > 0.6 && $0 < 0.7 } == true)
  }

  @Test func showsGradesOfTheJournalItWasOpenedWith() {
    var session = Session(bench: Bench.workbench(judgments: Qrels(["q-001": [Bench.id(1): 2]])))
    session.press("red striped mug<enter>")
    #expect(graded(session, 1) == 2)
  }
}
