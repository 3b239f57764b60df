import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// What is asked for when, and which answers are taken.
@Suite struct SearchingTests {
  /// Whoever types ahead while the catalogue is opened moves in what is to come.
  @Test(arguments: [("j", 1), ("jjk", 1), ("k", 0), ("G", 9), ("Gk", 9), ("jgg", 0)])
  func movesBeforeTheFirstAnswer(_ keys: String, cursor: Int) {
    var session = Session(answers: false)
    session.press("red striped mug<enter>" + keys)
    #expect(session.state.ranking == nil)
    session.answerLatest()
    #expect(session.state.cursor == cursor)
  }

  @Test func startsByShowingTheCatalogueInTwoColumns() {
    let session = Session()
    #expect(session.state.focus == .query)
    #expect(session.searches.map(\.plan.mode) == [.hybrid, .dense], "the deepest first")
    #expect(session.searches.allSatisfy { $0.query.text.isEmpty })
    #expect(session.state.columns.allSatisfy { $0.ranking?.count == 12 })
    #expect(session.state.book.grades.count == 0)
  }

  @Test func searchesEveryColumnOnEachKeystroke() {
    var session = Session()
    session.press("mu")
    #expect(session.searches.map(\.query.text) == ["", "", "m", "m", "mu", "mu"])
    #expect(session.searches.map(\.column) == [1, 0, 1, 0, 1, 0])
    #expect(session.searches.map(\.generation) == [1, 2, 3, 4, 5, 6])
  }

  @Test func doesNotSearchWhenOnlyTheCursorMoves() {
    var session = Session()
    session.press("mug")
    #expect(session.press("<left><home><end><backspace>").count == 2)
  }

  @Test func pastesOneLineIntoTheQueryLineFromAnywhere() {
    var session = Session()
    session.press("mug ")
    session.send(.terminal(.paste("red\nq\u{1B}[31m")))
    #expect(session.state.field.text == "mug red q[31m")
    #expect(session.state.focus == .query)
    #expect(!session.effects.contains(.quit))
  }

  @Test func asksForWhatIsPastedIntoTheResults() {
    var session = Session()
    session.press("mug<enter>jj")
    session.send(.terminal(.paste(" steel\r\ntumbler\n")))
    #expect(session.state.field.text == "steel tumbler" && session.state.focus == .query)
    #expect(session.searches.suffix(2).map(\.query.id) == ["q-002", "q-002"])
    #expect(session.state.cursor == 0)
    session.press("<ctrl-_>")
    #expect(session.state.field.text == "mug", "one undo brings the former query back")
  }

  @Test func namesQueriesOfTheSetAndTypedOnes() {
    var session = Session()
    session.press("red striped mug")
    #expect(session.state.query.id == "q-001")
    #expect(session.state.position == 0)
    session.press(" ")
    #expect(session.state.query.id == "q-001", "blanks at the ends do not make another query")
    session.press("s")
    #expect(session.state.query.id == QueryIdentity.id(of: "red striped mug s"))
    #expect(session.state.position == nil)
  }

  @Test func walksTheQuerySet() {
    var session = Session()
    session.press("<enter>]")
    #expect(session.state.field.text == "red striped mug")
    session.press("]]]")
    #expect(session.state.query.id == "q-003")
    #expect(session.state.notice?.text == "this is the last query of the set")
    session.press("[")
    #expect(session.state.query.id == "q-002")
    #expect(session.state.focus == .results)
    #expect(session.searches.suffix(2).map(\.query.id) == ["q-002", "q-002"])
  }

  @Test func visitsBothOfTwoQueriesWithTheSameText() {
    let queries = [Query(id: "a", text: "mug"), Query(id: "b", text: "mug"), Query(id: "c", text: "jug")]
    var session = Session(bench: Bench.workbench(queries: queries))
    session.press("<enter>]]")
    #expect(session.state.query.id == "b")
    session.press("]")
    #expect(session.state.query.id == "c")
  }

  @Test func saysThatThereIsNoQuerySet() {
    var session = Session(bench: Bench.workbench(queries: []))
    #expect(session.press("<enter>]").isEmpty)
    #expect(session.state.notice?.text == "no query set is open")
  }

  @Test func dropsStaleAnswers() {
    var session = Session()
    session.answers = false
    session.press("mug")
    let searches = session.searches.suffix(6)
    let stale = searches.prefix(4)
    let fresh = searches.suffix(2)
    for request in stale { session.send(Bench.answer(request)) }
    #expect(session.state.columns.allSatisfy { $0.ranking?.query.text == "" && $0.isWaiting })
    for request in fresh.reversed() { session.send(Bench.answer(request)) }
    #expect(session.state.columns.allSatisfy { $0.ranking?.query.text == "mug" && !$0.isWaiting })
    let shown = session.state
    for request in stale { session.send(Bench.answer(request)) }
    #expect(session.state == shown, "an answer that comes late changes nothing")
  }

  @Test func asksForMoreNearTheEndOfWhatWasCut() {
    var session = Session()
    session.matched = 1024
    session.press("mug<enter>")
    #expect(session.searches.last?.plan.depth == 100)
    session.press("G")
    #expect(session.searches.suffix(2).map(\.plan.depth) == [400, 400])
    #expect(session.state.cursor == 99, "the cursor stays where it is")
    session.press("GGG")
    #expect(session.state.cursor == 1023)
    #expect(session.searches.last?.plan.depth == 1600)
    let count = session.searches.count
    session.press("kG")
    #expect(session.searches.count == count, "there is no more")
    session.press("/s")
    #expect(session.searches.last?.plan.depth == 100)
  }

  @Test func showsFailuresInTheirColumnAndDropsStaleOnes() throws {
    var session = Session()
    session.answers = false
    session.press("mu")
    let searches = session.searches.filter { $0.column == 0 }
    session.send(.searchFailed(column: 0, generation: searches[1].generation, SearchFailure("old")))
    #expect(session.state.columns[0].failure == nil)
    session.send(
      .searchFailed(column: 0, generation: searches[2].generation, SearchFailure("the index is gone")))
    #expect(session.state.columns[0].failure == SearchFailure("the index is gone"))
    #expect(session.state.current == nil)
    session.answers = true
    session.press("g")
    #expect(session.state.columns[0].failure == nil)
  }

  @Test func ignoresAnswersOfColumnsThatDoNotExist() {
    var session = Session()
    let before = session.state
    session.send(.searchFailed(column: 7, generation: 1, SearchFailure("x")))
    #expect(session.state == before)
  }
}
