import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Undoing, redoing, and decisions that could not be saved.
@Suite struct GradeHistoryTests {
  @Test func undoesAndRedoesByNewDecisions() {
    var session = Session.grading()
    session.press("32u")
    #expect([0, 1].map { session.grade(of: $0) } == [3, nil])
    #expect(session.state.cursor == 1, "the cursor returns to what was undone")
    session.press("u")
    #expect(session.grade(of: 0) == nil)
    session.press("<ctrl-r><ctrl-r>")
    #expect([0, 1].map { session.grade(of: $0) } == [3, 2])
    #expect(session.drafts.map(\.grade) == [3, 2, nil, nil, 3, 2])
    #expect(session.drafts.map(\.token) == [1, 2, 3, 4, 5, 6])
    session.press("<ctrl-r>")
    #expect(session.state.notice?.text == "nothing to redo")
  }

  @Test func forgetsRedoAfterANewGrade() {
    var session = Session.grading()
    session.press("3u2<ctrl-r>")
    #expect(session.grade(of: 0) == 2)
    #expect(session.state.notice?.text == "nothing to redo")
  }

  @Test func undoesAcrossQueries() {
    var session = Session.grading()
    session.press("3]u")
    #expect(session.grade(of: 0) == nil)
    #expect(session.drafts.last?.query.id == "q-001")
    #expect(session.state.notice?.text == "undone: p-1000 has no grade for “red striped mug”")
  }

  @Test func restoresTheGradeBeforeWhenSavingFails() {
    var session = Session.grading()
    session.press("2k")
    session.answers = false
    session.press("3")
    session.send(.judgmentFailed(token: 2, message: "journal.jsonl: no space left on device"))
    #expect(session.grade(of: 0) == 2)
    #expect(
      session.state.notice
        == Notice("grade 3 of p-1000 not saved: journal.jsonl: no space left on device", isWarning: true))
    #expect(session.state.failedSaves == 1)
    session.answers = true
    session.press("u")
    #expect(session.grade(of: 0) == nil, "what failed is not undone; what was saved before is")
  }

  @Test func keepsALaterGradeWhenAnEarlierOneFails() {
    var session = Session.grading(answers: false)
    session.press("2k3")
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(session.grade(of: 0) == 3)
    session.send(.judgmentFailed(token: 2, message: "x"))
    #expect(session.grade(of: 0) == nil, "a grade that was never saved must not return")
  }

  @Test func undoesALaterGradeToWhatWasSavedBeforeTheFailedOne() {
    var session = Session.grading(answers: false)
    session.press("2k3")
    session.send(.judged(token: 2, clock: "09:00:00"))
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(session.grade(of: 0) == 3, "a later grade stays, saved or not")
    session.press("u")
    #expect(session.grade(of: 0) == nil)
    #expect(session.drafts.last?.grade == nil && session.drafts.last?.previous == 3)
  }

  /// The later decision is known neither to undo nor to redo nor under way.
  @Test func keepsALaterUndoWhenWhatItUndidFails() {
    var session = Session.grading(answers: false)
    session.press("2u")
    session.send(.judged(token: 2, clock: "09:00:00"))
    session.press("j1")
    session.send(.judgmentFailed(token: 1, message: "x"))
    #expect(session.grade(of: 0) == nil)
    #expect(session.grade(of: 1) == 1)
  }

  @Test func takesAFailedUndoBack() {
    var session = Session.grading()
    session.press("3")
    session.answers = false
    session.press("u")
    session.send(.judgmentFailed(token: 2, message: "x"))
    #expect(session.grade(of: 0) == 3)
    session.answers = true
    session.press("u")
    #expect(session.grade(of: 0) == nil)
    session.press("<ctrl-r>")
    #expect(session.grade(of: 0) == 3)
  }
}
