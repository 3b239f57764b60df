import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// Sliders under the mouse.
@Suite struct MouseSlidingTests {
  @Test func aDragMovesTheSliderItBeganOn() throws {
    var session = Session.typing()
    session.press("<enter>l")
    let lexical = try session.find("lexical .10")
    let before = session.state.columns[1].settings.lexicalShare
    session.mouse(.press, lexical.column, lexical.row)
    #expect(session.state.slider == .fusion)
    for step in 1...3 {
      session.mouse(.drag, lexical.column + step, lexical.row)
    }
    #expect(abs(session.state.columns[1].settings.lexicalShare - before - 0.15) < 1e-9)
    session.mouse(.drag, lexical.column, lexical.row + 4)
    #expect(session.state.columns[1].settings.lexicalShare == before)
    // A drag that began elsewhere moves nothing.
    session.click(5, 5)
    session.mouse(.drag, 20, lexical.row)
    #expect(session.state.columns[1].settings.lexicalShare == before)
  }

  @Test func aClickOnALengthTakesItAndADragGoesFromOneToAnother() throws {
    var session = Session.typing()
    session.press("<enter>")
    let line = try session.find("dims 16")
    let length = try session.find("64", below: line.row)
    session.click(length.column, length.row)
    #expect(session.state.columns[0].settings.dimensions == 64 && session.state.slider == .dimensions)
    #expect(session.state.columns[1].settings.dimensions == 256, "the other column stays")
    let shorter = try session.find("32", below: line.row)
    session.mouse(.press, length.column, length.row)
    session.mouse(.drag, shorter.column + 1, shorter.row)
    #expect(session.state.columns[0].settings.dimensions == 32)
    session.mouse(.drag, line.column, line.row)
    #expect(session.state.columns[0].settings.dimensions == 32, "beside the lengths nothing is chosen")
  }

  @Test(arguments: ["text .50 ", "lexical .10 "]) func aKnobGoesWhereItsTrackIsPressed(name: String) throws {
    var session = Session(160, 48)
    session.press("mug<enter>l")
    let share = { (session: Session) in
      let settings = session.state.columns[1].settings
      return name.hasPrefix("text") ? settings.textShare : settings.lexicalShare
    }
    let start = try session.find(name).column + name.count
    let row = try session.find(name).row
    session.mouse(.press, start, row)
    #expect(share(session) == (name.hasPrefix("text") ? 1 : 0), "the left end")
    // The knob stays under the pointer, wherever the track stands now.
    let moved = try session.find(String(name.prefix(5)), below: row)
    let knob = try session.find("●", below: row, from: moved.column)
    #expect(knob.row == row && abs(knob.column - start) <= 1)
    for cells in 1...40 { session.mouse(.drag, start + cells, row) }
    #expect(share(session) == (name.hasPrefix("text") ? 0 : 1), "past the right end")
    for cells in (-3...40).reversed() { session.mouse(.drag, start + cells, row - 3) }
    #expect(share(session) == (name.hasPrefix("text") ? 1 : 0))
  }

  /// Wherever one presses and drags, the knob ends at the place on offer that is nearest to the pointer.
  @Test func aDraggedKnobIsNearestToThePointer() throws {
    var session = Session(160, 48)
    session.press("mug<enter>l")
    let name = "lexical .10 "
    let place = try session.find(name)
    let start = place.column + name.count
    session.mouse(.press, start, place.row)
    let track = (start..<160).prefix {
      ["─", "●"].contains(draw(session.state)[column: $0, row: place.row].text)
    }
    for cell in 0..<track.count {
      session.mouse(.drag, start + cell, place.row)
      let wanted = Double(cell) / Double(track.count - 1)
      #expect(abs(session.state.columns[1].settings.lexicalShare - wanted) <= 0.025 + 1e-9, "cell \(cell)")
    }
  }
}
