import Relevance
import TerminalUI
import Testing

@testable import Explorer

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

  // MARK: Sliders

  private func press(_ session: inout Session, _ column: Int, _ row: Int) {
    session.send(.terminal(.mouse(MouseEvent(.press, column: column, row: row))))
  }

  private func drag(_ session: inout Session, _ column: Int, _ row: Int) {
    session.send(.terminal(.mouse(MouseEvent(.drag, column: column, row: row))))
  }

  @Test func aClickOnALengthTakesItAndADragGoesFromOneToAnother() throws {
    var session = opened()
    session.press("<enter>")
    let line = try find("dims 16", in: session)
    let length = try find("64", in: session, below: line.row)
    click(&session, length.column, length.row)
    #expect(session.state.columns[0].settings.dimensions == 64 && session.state.slider == .dimensions)
    #expect(session.state.columns[1].settings.dimensions == 256, "the other column stays")
    let shorter = try find("32", in: session, below: line.row)
    press(&session, length.column, length.row)
    drag(&session, shorter.column + 1, shorter.row)
    #expect(session.state.columns[0].settings.dimensions == 32)
    drag(&session, line.column, line.row)
    #expect(session.state.columns[0].settings.dimensions == 32, "beside the lengths nothing is chosen")
  }

  @Test(arguments: ["text .50 ", "lexical .10 "]) func aKnobGoesWhereItsTrackIsPressed(name: String) throws {
    var session = Session(160, 48)
    session.press("mug<enter>l")
    let share = { (session: Session) in
      let settings = session.state.columns[1].settings
      return name.hasPrefix("text") ? settings.textShare : settings.lexicalShare
    }
    let start = try find(name, in: session).column + name.count
    let row = try find(name, in: session).row
    press(&session, start, row)
    #expect(share(session) == (name.hasPrefix("text") ? 1 : 0), "the left end")
    // The knob stays under the pointer, wherever the track stands now.
    let knob = try find(
      "●", in: session, row: row, from: try find(String(name.prefix(5)), in: session, below: row).column)
    #expect(abs(knob - start) <= 1)
    for cells in 1...40 { drag(&session, start + cells, row) }
    #expect(share(session) == (name.hasPrefix("text") ? 0 : 1), "past the right end")
    for cells in (-3...40).reversed() { drag(&session, start + cells, row - 3) }
    #expect(share(session) == (name.hasPrefix("text") ? 1 : 0))
  }

  /// Wherever one presses and drags, the knob ends at the place on offer that is nearest to the pointer.
  @Test func aDraggedKnobIsNearestToThePointer() throws {
    var session = Session(160, 48)
    session.press("mug<enter>l")
    let name = "lexical .10 "
    let place = try find(name, in: session)
    let start = place.column + name.count
    press(&session, start, place.row)
    let track = (start..<160).prefix {
      ["─", "●"].contains(draw(session.state)[column: $0, row: place.row].text)
    }
    for cell in 0..<track.count {
      drag(&session, start + cell, place.row)
      let wanted = Double(cell) / Double(track.count - 1)
      #expect(abs(session.state.columns[1].settings.lexicalShare - wanted) <= 0.025 + 1e-9, "cell \(cell)")
    }
  }

  private func find(_ text: String, in session: Session, row: Int, from column: Int) throws -> Int {
    let screen = draw(session.state)
    guard
      let found = (column..<screen.size.columns).first(where: { screen[column: $0, row: row].text == text })
    else { throw Missing(text: text) }
    return found
  }

  // MARK: Lists

  @Test func aClickRunsAnActionAndOneBesideTheListClosesIt() throws {
    var session = Session(160, 48)
    session.press("mug<enter>:fewer dim")
    let row = try find("fewer dimensions", in: session)
    click(&session, row.column + 3, row.row)
    #expect(session.state.palette == nil && session.state.columns[0].settings.dimensions == 128)
    session.press(":")
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 5, row: 5))))
    #expect(session.state.palette?.selected == 1)
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 5, row: 5))))
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 5, row: 5))))
    #expect(session.state.palette?.selected == 0, "it stops at the ends")
    click(&session, 2, 20)
    #expect(session.state.palette == nil && session.state.cursor == 0)
  }

  @Test func aClickTakesACandidate() throws {
    var session = Session(pictures: .none)
    session.press("brand:<tab>")
    let row = try find("Harbour ", in: session)
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: row.column, row: row.row))))
    #expect(session.state.completion?.selected == 1 && session.state.cursor == 0)
    click(&session, row.column, row.row)
    #expect(session.state.field.text == "brand:Harbour " && session.state.completion == nil)
    session.press("brand:<tab>")
    click(&session, 100, 30)
    #expect(session.state.completion == nil && session.state.focus == .results)
  }

  @Test func aClickChoosesAQueryAndADoubleClickExploresIt() throws {
    var session = Session(
      80, 24, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.clock = 0
    session.press("<enter><f3>")
    let row = try find("steel tumbler", in: session)
    click(&session, row.column, row.row)
    #expect(session.state.board.cursor == 1)
    click(&session, 5, 2)
    #expect(session.state.focusedColumn == 1, "the line of the second column")
    session.clock = 1000
    for _ in 0..<2 { click(&session, row.column, row.row) }
    #expect(session.state.view == .explore && session.state.query.text == "steel tumbler")
    #expect(session.state.focus == .results)
  }

  @Test func aClickChoosesSavedColumnsAndADoubleClickLoadsThem() throws {
    var session = opened()
    session.clock = 0
    session.press("<enter>zsone<enter>zazstwo<enter>zpk")
    let row = try find("two", in: session)
    click(&session, row.column, row.row + 1)
    #expect(session.state.presets?.cursor == 1)
    let first = try find("one", in: session)
    for _ in 0..<2 { click(&session, first.column, first.row) }
    #expect(session.state.presets == nil && session.state.columns.count == 2)
  }

  @Test func aClickChoosesAQueryOfAMeanAndADoubleClickOpensItsScore() throws {
    var session = Session(
      80, 24, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.clock = 0
    session.press("<enter><f3>X")
    click(&session, 5, 8)
    guard case .mean(let mean)? = session.state.opened.last else { throw Missing(text: "a mean") }
    #expect(mean.cursor > 0)
    click(&session, 5, 8)
    guard case .score(let score)? = session.state.opened.last else { throw Missing(text: "a score") }
    #expect(score.request.query == mean.rows[mean.cursor].query)
  }

  @Test func theWheelScrollsALongTextAndElsewhereGoesFromItemToItem() throws {
    var session = Session(80, 12, pictures: .none)
    session.press("red striped mug<enter><f2>")
    let before = session.state.labelling.position
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 30, row: 4))))
    #expect(session.state.labelling.position == before && session.state.labelling.textScroll > 0)
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 30, row: 4))))
    #expect(session.state.labelling.textScroll == 0)
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 0, row: 4))))
    #expect(session.state.labelling.position == before + 1 && session.drafts.isEmpty)
  }

  @Test func theWheelScrollsTheListUnderThePointer() {
    var session = Session(120, 14, pictures: .none)
    session.press("mug<enter>o")
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 90, row: 6))))
    #expect(session.state.focusedColumn == 1 && session.state.place(in: 1).cursor == 3)
    #expect(session.state.place(in: 0).cursor == 0)
  }

  // MARK: Reminders

  @Test func aClickOnAReminderDoesWhatItsKeyDoes() throws {
    var session = Session(160, 48)
    session.press("mug<enter>")
    let row = 47
    let keys = try find("? keys", in: session)
    #expect(keys.row == row)
    click(&session, keys.column + 3, row)
    #expect(session.state.helpScroll == 0)
    session.press("<esc><f3>")
    let explore = try find("explore", in: session, below: 40)
    click(&session, explore.column, explore.row)
    #expect(session.state.view == .explore)
    session.press("zq<f3>")
    session.send(.notice("something happened just now, which takes the place of the reminders here"))
    click(&session, explore.column, explore.row)
    #expect(session.state.view == .queries, "a message is no reminder")
  }

  @Test func aClickNeverGrades() throws {
    var session = Session(160, 48)
    session.press("mug<enter>")
    let grades = try find("0-3 grade", in: session)
    click(&session, grades.column, grades.row)
    #expect(session.drafts.isEmpty)
  }

  private func find(_ text: String, in session: Session, below first: Int) throws -> (column: Int, row: Int) {
    let screen = draw(session.state)
    for row in first..<screen.size.rows {
      let line = (0..<screen.size.columns).map { screen[column: $0, row: row].text }.joined()
      if let range = line.firstRange(of: text) {
        return (line.distance(from: line.startIndex, to: range.lowerBound), row)
      }
    }
    throw Missing(text: text)
  }

  @Test func everyCellOfEveryViewCanBeClickedAndWheeled() {
    for size in [(40, 10), (80, 24), (120, 36), (20, 5)] {
      for keys in [
        "", "<f2>", "<f3>", "<f4>", "<f5>", "v", "?", "n", "X", ":", "zp", "zf", "/brand:<tab>", "o",
      ] {
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
