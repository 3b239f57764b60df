import Explorer
import Relevance
import TerminalUI
import TestSupport
import Testing

/// How the query line is completed.
@Suite struct CompletionTests {
  private func requests(_ session: Session) -> [CompletionRequest] {
    session.effects.compactMap { if case .complete(let request) = $0 { request } else { nil } }
  }

  @Test func completesTheFilterOfAColumn() throws {
    var session = Session()
    session.press("mug<enter>zfbr<tab>")
    #expect(session.state.columnPrompt?.field.text == "brand:")
    #expect(session.state.completion?.reply?.subject == "brand" && session.state.context == .completion)
    #expect(requests(session).last?.isFilter == true)
    session.press("c")
    #expect(session.state.completion?.reply?.candidates.map(\.label) == ["Camden"])
    session.send(.terminal(.paste("am")))
    #expect(session.state.columnPrompt?.field.text == "brand:cam" && session.state.completion != nil)
    session.press("<enter>")
    #expect(session.state.columnPrompt?.field.text == "brand:Camden " && session.state.completion == nil)
    #expect(session.state.field.text == "mug")
    session.press("<enter>")
    #expect(session.state.columns[0].settings.filter == "brand:Camden" && session.state.columnPrompt == nil)
    session.press("zf<ctrl-u>brand:<tab><esc>")
    #expect(session.state.completion == nil && session.state.columnPrompt != nil, "esc closes the list first")
    session.press("<esc>zsbr<tab>")
    #expect(session.state.columnPrompt?.field.text == "br", "a name is not completed")
  }

  @Test(arguments: [(80, 24), (40, 10)]) func listsAboveTheLineOfAFilter(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("mug<enter>zfbrand:<tab>")
    let lines = GoldenRows.rows(draw(session.state))
    #expect(lines[rows - 2].contains("filter of A › brand:"))
    #expect(lines[rows - 3].contains("1/"), "the list ends right above the line")
    #expect(lines.contains { $0.contains("Harbour") })
  }

  @Test func takesALoneCandidateAtOnceAndGoesOn() {
    var session = Session()
    session.press("red br<tab>")
    #expect(session.state.field.text == "red brand:")
    #expect(session.state.completion?.reply?.subject == "brand", "its values are listed next")
    session.press("cam<enter>")
    #expect(session.state.field.text == "red brand:Camden " && session.state.completion == nil)
    #expect(session.state.focus == .query && session.state.query.text == "red brand:Camden")
  }

  @Test func tabTakesTheOnlyCandidateThatIsLeft() {
    var session = Session()
    session.press("brand:<tab>")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("tab next · enter takes · 1/8") })
    session.press("cam")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("tab takes · 1/1") })
    session.press("<tab>")
    #expect(session.state.field.text == "brand:Camden " && session.state.completion == nil)
  }

  @Test(arguments: ["<down>", "<ctrl-n>", "<up>", "<backtab>"])
  func otherKeysOnlyMoveToTheOnlyCandidate(key: String) {
    var session = Session()
    session.press("brand:<tab>cam" + key)
    #expect(session.state.field.text == "brand:cam" && session.state.completion?.selected == 0)
    session.press("<enter>")
    #expect(session.state.field.text == "brand:Camden ")
  }

  @Test func quotesWhatHasBlanks() {
    var session = Session()
    session.press("brand:tr<tab>")
    #expect(session.state.field.text == "brand:\"Trail & Co\" ")
  }

  @Test func filtersWhileTyping() {
    var session = Session()
    session.press("brand:<tab>")
    let all = session.state.completion?.reply?.total ?? 0
    session.press("h")
    #expect(session.state.completion?.reply?.candidates.map(\.label) == ["Harbour"])
    session.press("<backspace>")
    #expect(session.state.completion?.reply?.total == all)
    session.press("zzz")
    #expect(session.state.completion?.reply?.candidates.isEmpty == true)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("none begins with what is typed") })
    session.press("<enter>")
    #expect(session.state.completion != nil, "there is nothing to take")
    session.press("<esc>")
    #expect(session.state.completion == nil && session.state.field.text == "brand:zzz")
    #expect(session.state.focus == .query)
  }

  @Test(arguments: [
    ("<tab>", 1), ("<down><down>", 2), ("<ctrl-n><ctrl-p>", 0), ("<up>", -1), ("<backtab>", -1),
  ])
  func choosesByKeys(keys: String, selected: Int) throws {
    var session = Session()
    session.press("brand:<tab>" + keys)
    let count = try #require(session.state.completion?.reply?.candidates.count)
    #expect(session.state.completion?.selected == (selected + count) % count)
  }

  @Test func neverTakesWhatWasListedForAnotherText() {
    var session = Session()
    session.press("brand:<tab>")
    session.answers = false
    session.press("h<enter>")
    #expect(session.state.field.text == "brand:h" && session.state.completion != nil)
  }

  @Test func dropsLateAnswers() throws {
    var session = Session()
    session.answers = false
    session.press("brand:<tab>")
    let request = try #require(requests(session).last)
    session.press("<esc>")
    session.send(.completed(Bench.completion(request)))
    #expect(session.state.completion == nil)
    session.press("<tab>")
    session.send(.completed(Bench.completion(request)))
    #expect(session.state.completion?.reply == nil, "it answers an older question")
  }

  @Test(arguments: ["<enter>", "<f2>", "<ctrl-r>", "<ctrl-u>"])
  func closesWhenTheLineIsLeft(key: String) {
    var session = Session()
    session.press("brand:<tab>zz" + key + key)
    if key != "<enter>" { #expect(session.state.completion == nil) }
    #expect(session.state.focus == .query || key == "<f2>")
  }

  @Test func completesInTheMiddleOfTheLine() {
    var session = Session()
    session.press("mug<home>br<tab>cam<enter>")
    #expect(session.state.field.text == "brand:Camdenmug")
    #expect(session.state.field.cursor == 12)
  }

  @Test func namesItemsThatAreOnTheGlass() {
    var session = Session()
    session.press("like:<tab>")
    #expect(requests(session).last?.shown.first == Bench.id(0))
  }

  @Test func saysThatNothingIsCalledSo() {
    var session = Session()
    session.press("xyz<tab>")
    #expect(
      session.state.completion == nil && session.state.notice?.text.contains("nothing is called so") == true)
  }

  @Test func countsScalarsNotCharacters() {
    var session = Session()
    session.press("cafe\u{301} 👨‍👩‍👧 br<tab>")
    #expect(session.state.field.text == "cafe\u{301} 👨‍👩‍👧 brand:")
  }

  @Test func isTypedThroughWithoutAnAnswer() {
    var session = Session()
    session.answers = false
    session.press("br<tab>and:x")
    #expect(session.state.field.text == "brand:x")
    #expect(session.state.completion == nil && requests(session).count == 1)
  }
}
