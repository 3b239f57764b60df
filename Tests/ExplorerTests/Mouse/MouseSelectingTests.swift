import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// What the mouse does to the columns of results.
@Suite struct MouseSelectingTests {
  @Test func aClickSelectsAnItemOfAColumn() throws {
    var session = Session.typing()
    #expect(session.state.focus == .query)
    let layoutRow = 3 + 2 * 2
    session.click(90, layoutRow)
    #expect(session.state.focus == .results && session.state.focusedColumn == 1 && session.state.cursor == 2)
    #expect(session.searches.last?.typing == .finished, "whoever clicks has finished typing")
    session.click(5, layoutRow + 2)
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 3)
    session.click(10, 0)
    #expect(session.state.focus == .query)
  }

  @Test func aDoubleClickOpensTheDetailAndTwoSlowClicksDoNot() {
    var session = Session.typing()
    session.click(5, 5)
    session.clock = 1000
    session.click(5, 5)
    #expect(session.state.detail == .off)
    session.clock = 1200
    session.click(5, 5)
    #expect(session.state.detail == .picture)
  }

  @Test func theWheelScrollsWhatItIsOver() {
    var session = Session(80, 14, pictures: .none)
    session.press("mug<enter>")
    session.mouse(.wheelDown, 5, 5)
    #expect(session.state.cursor == 3 && session.state.scroll == 3)
    session.mouse(.wheelUp, 5, 5)
    #expect(session.state.cursor == 0 && session.state.scroll == 0)
    session.press("?")
    session.mouse(.wheelDown, 5, 5)
    #expect(session.state.helpScroll == 3 && session.state.cursor == 0)
    // A click does nothing to what a page of help covers.
    session.mouse(.press, 5, 8)
    #expect(session.state.cursor == 0)
  }

  @Test func theWheelScrollsTheListUnderThePointer() {
    var session = Session(120, 14, pictures: .none)
    session.press("mug<enter>o")
    session.mouse(.wheelDown, 90, 6)
    #expect(session.state.focusedColumn == 1 && session.state.place(in: 1).cursor == 3)
    #expect(session.state.place(in: 0).cursor == 0)
  }
}
