import Explorer
import TerminalUI
import Testing

@Suite struct MouseTests {
  private func opened() -> Session {
    var session = Session(pictures: .none)
    session.clock = 0
    session.press("red striped mug")
    return session
  }

  /// The cell where a text begins on the screen.
  private func find(_ text: String, in session: Session) throws -> (column: Int, row: Int) {
    let screen = draw(session.state)
    for row in 0..<screen.size.rows {
      let line = (0..<screen.size.columns).map { screen[column: $0, row: row].text }
      let characters = text.map(String.init)
      for column in 0...(line.count - characters.count)
      where Array(line[column..<column + characters.count]) == characters {
        return (column, row)
      }
    }
    throw Missing(text: text)
  }

  private struct Missing: Error {
    let text: String
  }

  private func click(_ session: inout Session, _ column: Int, _ row: Int) {
    session.send(.terminal(.mouse(MouseEvent(.press, column: column, row: row))))
    session.send(.terminal(.mouse(MouseEvent(.release, column: column, row: row))))
  }

  @Test func aClickSelectsAnItemOfAColumn() throws {
    var session = opened()
    #expect(session.state.focus == .query)
    let layoutRow = 3 + 2 * 2
    click(&session, 90, layoutRow)
    #expect(session.state.focus == .results && session.state.focusedColumn == 1 && session.state.cursor == 2)
    #expect(session.searches.last?.typing == .finished, "whoever clicks has finished typing")
    click(&session, 5, layoutRow + 2)
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 3)
    click(&session, 10, 0)
    #expect(session.state.focus == .query)
  }

  @Test func aDoubleClickOpensTheDetailAndTwoSlowClicksDoNot() {
    var session = opened()
    click(&session, 5, 5)
    session.clock = 1000
    click(&session, 5, 5)
    #expect(session.state.detail == .off)
    session.clock = 1200
    click(&session, 5, 5)
    #expect(session.state.detail == .picture)
  }

  @Test func theWheelScrollsWhatItIsOver() {
    var session = Session(80, 14, pictures: .none)
    session.press("mug<enter>")
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 5, row: 5))))
    #expect(session.state.cursor == 3 && session.state.scroll == 3)
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 5, row: 5))))
    #expect(session.state.cursor == 0 && session.state.scroll == 0)
    session.press("?")
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 5, row: 5))))
    #expect(session.state.helpScroll == 3 && session.state.cursor == 0)
    // A click does nothing to what a page of help covers.
    session.send(.terminal(.mouse(MouseEvent(.press, column: 5, row: 8))))
    #expect(session.state.cursor == 0)
  }

  @Test func aDragMovesTheSliderItBeganOn() throws {
    var session = opened()
    session.press("<enter>l")
    let lexical = try find("lexical .10", in: session)
    let before = session.state.columns[1].settings.lexicalShare
    session.send(.terminal(.mouse(MouseEvent(.press, column: lexical.column, row: lexical.row))))
    #expect(session.state.slider == .fusion)
    for step in 1...3 {
      session.send(.terminal(.mouse(MouseEvent(.drag, column: lexical.column + step, row: lexical.row))))
    }
    #expect(abs(session.state.columns[1].settings.lexicalShare - before - 0.15) < 1e-9)
    session.send(.terminal(.mouse(MouseEvent(.drag, column: lexical.column, row: lexical.row + 4))))
    #expect(session.state.columns[1].settings.lexicalShare == before)
    // A drag that began elsewhere moves nothing.
    click(&session, 5, 5)
    session.send(.terminal(.mouse(MouseEvent(.drag, column: 20, row: lexical.row))))
    #expect(session.state.columns[1].settings.lexicalShare == before)
  }

  @Test func everyCellOfEveryViewCanBeClickedAndWheeled() {
    for size in [(40, 10), (80, 24), (120, 36), (20, 5)] {
      for keys in ["", "<f2>", "<f3>", "<f4>", "v", "?", "n", "X"] {
        var session = Session(size.0, size.1)
        session.press("red striped mug<enter>" + keys)
        for row in 0..<size.1 {
          for column in stride(from: 0, to: size.0, by: 19) {
            for action in [MouseEvent.Action.press, .drag, .release, .wheelDown, .wheelUp] {
              session.send(.terminal(.mouse(MouseEvent(action, column: column, row: row))))
            }
          }
        }
        session.send(.terminal(.mouse(MouseEvent(.press, column: 500, row: 500))))
        _ = draw(session.state)
      }
    }
  }
}
