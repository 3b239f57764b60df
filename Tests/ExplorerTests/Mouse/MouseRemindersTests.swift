import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// Clicks on the reminders of keys in the last line.
@Suite struct MouseRemindersTests {
  @Test func aClickOnAReminderDoesWhatItsKeyDoes() throws {
    var session = Session(160, 48)
    session.press("mug<enter>")
    let row = 47
    let keys = try session.find("? keys")
    #expect(keys.row == row)
    session.click(keys.column + 3, row)
    #expect(session.state.helpScroll == 0)
    session.press("<esc><f3>")
    let explore = try session.find("explore", below: 40)
    session.click(explore.column, explore.row)
    #expect(session.state.view == .explore)
    session.press("zq<f3>")
    session.send(.notice("something happened just now, which takes the place of the reminders here"))
    session.click(explore.column, explore.row)
    #expect(session.state.view == .queries, "a message is no reminder")
  }

  @Test func aClickNeverGrades() throws {
    var session = Session(160, 48)
    session.press("mug<enter>")
    let grades = try session.find("0-3 grade")
    session.click(grades.column, grades.row)
    #expect(session.drafts.isEmpty)
  }
}
