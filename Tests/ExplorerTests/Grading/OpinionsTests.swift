import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// What is said of an item beside a grade: skips, doubts, flags and notes.
@Suite struct OpinionsTests {
  @Test func passesOverWhatWasDecidedAndKeepsIt() {
    var session = Session.grading()
    session.press("3k<space>")
    #expect(session.grade(of: 0) == 3 && session.state.cursor == 1)
    #expect(session.drafts.count == 1)
  }

  @Test func saysThatItCanNotTell() {
    var session = Session.grading()
    session.press("3kd")
    #expect(session.grade(of: 0) == nil)
    #expect(session.drafts.last?.decision == .cannotTell && session.state.cursor == 1)
    session.press("u")
    #expect(session.grade(of: 0) == 3, "undo gives back what was said before")
    #expect(session.drafts.last?.decision == .grade(3))
  }

  @Test func flagsAndUnflagsWithoutTouchingTheGrade() {
    var session = Session.grading()
    session.press("3kff")
    #expect(session.drafts.map(\.decision) == [.grade(3), .flagged(true), .flagged(false)])
    session.press("u")
    #expect(session.state.book.opinion(of: Bench.id(0), for: "q-001").isFlagged)
    #expect(session.grade(of: 0) == 3 && session.state.cursor == 0)
  }

  @Test func writesChangesAndErasesANote() {
    var session = Session.grading()
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
    var session = Session.grading()
    session.press("nq3?g/u")
    session.send(.terminal(.paste("one\ntwo")))
    #expect(session.state.noteEditor?.field.text == "q3?g/uone two")
    #expect(session.drafts.isEmpty && session.state.context == .note)
    session.press("<enter>")
    #expect(session.drafts.last?.item == Bench.id(0))
  }

  @Test func takesAFailedNoteOffTheScreen() {
    var session = Session.grading(answers: false)
    session.press("nhm<enter>f")
    session.send(.judgmentFailed(token: 1, message: "journal.jsonl: read-only"))
    let opinion = session.state.book.opinion(of: Bench.id(0), for: "q-001")
    #expect(opinion.note.isEmpty && opinion.isFlagged, "the flag was another decision")
    #expect(session.state.notice?.text == "note of p-1000 not saved: journal.jsonl: read-only")
  }
}
