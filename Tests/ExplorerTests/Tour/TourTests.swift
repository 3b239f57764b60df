import Explorer
import TerminalUI
import TestSupport
import Testing

/// The tour and the hints of a first start.
@Suite struct TourTests {
  /// What somebody presses who does as told, step by step.
  private static let script = [
    "red mug<enter>", "jx", "-", "za", "zfprice:20<enter>", "3", "gl", "gq:",
  ]

  @Test func isPlayedToItsEnd() {
    var session = Session(tour: Tour())
    #expect(Self.script.count == Tour.length && Tour.length == 8)
    for (index, keys) in Self.script.enumerated() {
      #expect(session.state.tour?.outcomes.count == index, "step \(index + 1) begins when it is its turn")
      let panel = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
      #expect(panel.contains("tour \(index + 1)/8"))
      session.press(keys)
    }
    #expect(session.state.tour == nil)
    #expect(session.state.notice?.text.contains("8 of 8 steps done") == true)
  }

  /// No step is over before its keys are pressed, whatever else is.
  @Test func waitsForEachStep() {
    var session = Session(tour: Tour())
    session.press("r")
    #expect(session.state.tour?.outcomes.isEmpty == true, "a letter is no query")
    session.press("<backspace><enter>")
    #expect(session.state.tour?.outcomes.isEmpty == true, "nothing was asked")
    session.press("/red mug")
    #expect(session.state.tour?.outcomes.isEmpty == true, "who still types has not finished the step")
    session.press("<enter>")
    #expect(session.state.tour?.outcomes == [.done])
    session.press("jk==3u<enter><esc>")
    #expect(session.state.tour?.outcomes.count == 1, "nothing was explained")
    session.press("x-zazx")
    #expect(session.state.tour?.outcomes.count == 4)
    session.press("zf<enter>zfprice:20<esc>")
    #expect(session.state.tour?.outcomes.count == 4, "what was not accepted is no filter")
    session.press("/ price:20<enter>")
    #expect(session.state.tour?.outcomes.count == 5, "what was taken back does not count")
    session.press(":<esc>")
    #expect(session.state.tour?.outcomes.count == 5)
  }

  @Test func whatWasDoneBeforeItsTurnCounts() {
    var session = Session(tour: Tour())
    session.press("red mug<enter>-3")
    #expect(session.state.tour?.outcomes.count == 1, "nothing was explained")
    session.press("x")
    #expect(session.state.tour?.outcomes == [.done, .done, .done], "the vectors were shortened before")
    session.press("za")
    #expect(session.state.tour?.outcomes.count == 4)
    session.press("/ price:20<enter>")
    #expect(session.state.tour?.outcomes.count == 6, "a grade was given before")
  }

  @Test func keysBeforeTheFirstAnswerCount() {
    var session = Session(tour: Tour(), answers: false)
    session.press("red mug<enter>jx")
    #expect(session.state.tour?.outcomes.isEmpty == true, "nothing is answered")
    session.answerLatest()
    #expect(session.state.tour?.outcomes == [.done, .done] && session.state.cursor == 1)
  }

  /// What the card says in one line.
  private func card(_ session: Session) -> String {
    let rows = GoldenRows.rows(draw(session.state))
    let top = rows.firstIndex { $0.contains("┌ tour ") } ?? rows.startIndex
    let lines = rows[top...].compactMap { $0.split(separator: "│").last }
    return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test func saysFirstHowToLeaveTheQueryLine() {
    var session = Session(160, 48, tour: Tour())
    #expect(!card(session).contains("First press"), "the first step is about the query line")
    for _ in 1..<Tour.length {
      session.press("<f9>")
      #expect(card(session).contains("First press enter or esc to leave the query line."))
    }
    var other = Session(160, 48, tour: Tour())
    other.press("<f9>")
    other.press("<enter>")
    #expect(other.state.tour?.outcomes.count == 1 && !card(other).contains("First press"))
  }

  @Test func aKeyIsNotReadAsPunctuation() {
    var session = Session(160, 48, tour: Tour())
    for _ in 1..<Tour.length { session.press("<f9>") }
    #expect(card(session).contains("Then press : "))
  }

  @Test func canBeSkippedAndEnded() {
    var session = Session(tour: Tour())
    session.press("<f9>")
    #expect(session.state.tour?.outcomes == [.skipped])
    session.press("<f9><f9><f9><f9><f9><f9><f9>")
    #expect(session.state.tour == nil)
    #expect(session.state.notice?.text.contains("0 of 8") == true)
    var other = Session(tour: Tour())
    other.press("<f10>")
    #expect(other.state.tour == nil)
    other.press("<f9>")
    #expect(other.state.notice?.text.contains("assay explore --tour") == true)
  }

  @Test func namesKeysThatTheKeymapHas() {
    var session = Session(160, 48, tour: Tour())
    for _ in 0..<Tour.length {
      let text = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
      #expect(!text.contains("{") && !text.contains("}"))
      session.press("<f9>")
    }
  }

  @Test func saysNothingOfTheTourWhereThereIsNone() {
    var session = Session(160, 48)
    session.press("mug<enter>?")
    #expect(!GoldenRows.rows(draw(session.state)).joined().contains("tour"))
    var touring = Session(160, 48, tour: Tour())
    touring.press("mug<enter>?")
    #expect(GoldenRows.rows(draw(touring.state)).joined().contains("next step of the tour"))
  }

  // MARK: Hints

  private func hints(_ session: Session) -> Bool {
    GoldenRows.rows(draw(session.state)).contains {
      $0.contains("type to search ·") || $0.contains("esc hides this")
    }
  }

  @Test(arguments: ["<esc>", "<enter>j", "<f3>j"])
  func hintsUntilTheResultsAreFoundOrEscape(_ keys: String) {
    var session = Session(showsHints: true)
    #expect(hints(session))
    session.press("mug")
    #expect(hints(session))
    session.press(keys)
    #expect(!hints(session))
    #expect(session.state.wakesAt == nil)
  }

  @Test func hintsForAMinute() {
    var session = Session(showsHints: true)
    #expect(session.state.wakesAt == 60_000)
    session.clock = 59_999
    session.send(.timePassed)
    #expect(hints(session))
    session.clock = 60_000
    session.send(.timePassed)
    #expect(!hints(session) && session.state.wakesAt == nil)
  }

  @Test func hintsNobodyWhoKnows() {
    #expect(!hints(Session()))
  }
}
