import Explorer
import Retrieval
import TerminalUI
import Testing

/// What a query means while it is being typed, and when it can't be read.
@Suite struct TypingTests {
  @Test(arguments: [
    ("mu", Typing.inWord), ("mug ", .betweenWords), ("mug<left>g", .finished), ("mug<home><end>s", .inWord),
    ("mug<ctrl-u>", .finished), ("  ", .finished),
  ])
  func completesAWordAtTheCursor(script: String, typing: Typing) {
    var session = Session()
    session.press(script)
    #expect(session.searches.suffix(2).map(\.typing) == [typing, typing])
  }

  @Test(arguments: ["<enter>", "<down>", "<esc>"])
  func takesTheWordAsItStandsInTheResults(key: String) {
    var session = Session()
    session.press("mu")
    let effects = session.press(key)
    #expect(effects.count == 3, "two searches, and what is remembered")
    #expect(session.state.columns.allSatisfy { $0.ranking?.typing == .finished })
    #expect(session.press("/").isEmpty)
    #expect(session.press("<enter>").isEmpty, "nothing was typed")
  }

  @Test func explainsWhatIsShown() {
    var session = Session()
    session.press("mug<enter>lv/s")
    #expect(session.inspections.last?.typing == .inWord)
    session.press("<enter>")
    #expect(session.inspections.last?.typing == .finished)
  }

  @Test func neverCompletesQueriesOfTheSetOrTheFirstOne() {
    var session = Session(query: "mu")
    #expect(session.searches.allSatisfy { $0.typing == .finished })
    session.press("<enter>]]")
    #expect(session.searches.allSatisfy { $0.typing == .finished })
  }

  @Test func keepsTheLastResultsWhileTheQueryCanNotBeRead() throws {
    var session = Session()
    session.press("red mug price:")
    let before = session.state.columns.map { $0.ranking?.cards }
    session.press("<")
    #expect(session.state.queryFailure?.range == 8..<15)
    #expect(session.state.columns.map { $0.ranking?.cards } == before)
    let screen = draw(session.state)
    let marked = (0..<120).filter { screen[column: $0, row: 0].style.isUnderlined }
    #expect(marked == Array(11 + 8..<11 + 15), "the line begins behind the view's name")
    #expect(GoldenRows.rows(screen).last?.contains("price:< needs a number") == true)
    session.press("5")
    #expect(session.state.queryFailure == nil)
  }

  @Test(arguments: ["", " "]) func marksWhatIsMissingAtTheEndOnWhatItIsMissingBehind(blank: String) {
    var session = Session()
    session.press("red brand:" + blank)
    #expect(session.state.queryFailure == nil && session.state.ranking?.query == session.state.query)
    let screen = draw(session.state)
    let marked = (0..<120).filter { screen[column: $0, row: 0].style.isUnderlined }
    #expect(marked == Array(11 + 4..<11 + 10))
    #expect(GoldenRows.rows(screen).last?.contains("a value is missing: brand:word") == true)
    session.press("l")
    #expect((0..<120).allSatisfy { !draw(session.state)[column: $0, row: 0].style.isUnderlined })
  }

  @Test func saysWhatMayHaveBeenMeantWhileTyping() {
    var session = Session()
    session.press("mug pirce:5")
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("did you mean 'price:'?") == true)
    session.press("<enter>")
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("did you mean") == false)
  }

  @Test func givesNoGradeToResultsOfAnotherQuery() {
    var session = Session()
    session.press("mug price:<less><enter>3")
    #expect(session.drafts.isEmpty)
    #expect(session.state.notice?.isWarning == true)
  }

  @Test func asksForNoMoreThanAnyoneReads() {
    var session = Session()
    session.matched = 1_000_000
    session.press("mug<enter>" + String(repeating: "G", count: 12))
    #expect(session.searches.map(\.plan.depth).max() == ExplorerState.lastDepth)
    #expect(session.state.cursor == ExplorerState.lastDepth - 1)
  }

  @Test func saysWhenAPasteIsTooLong() {
    var session = Session()
    session.send(.terminal(.paste(String(repeating: "x", count: 5000))))
    #expect(session.state.field.text.count == TextField.limit)
    #expect(session.state.notice?.text.contains("2048 characters") == true)
  }
}
