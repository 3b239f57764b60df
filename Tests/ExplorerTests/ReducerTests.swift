import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Key scripts: the state before, keys, the state after.
@Suite struct ReducerTests {
  @Test func startsByShowingTheCatalogueInTwoColumns() {
    let session = Session()
    #expect(session.state.focus == .query)
    #expect(session.searches.map(\.plan.mode) == [.dense, .hybrid])
    #expect(session.searches.allSatisfy { $0.query.text.isEmpty })
    #expect(session.state.columns.allSatisfy { $0.ranking?.count == 12 })
    #expect(session.state.book.grades.count == 0)
  }

  @Test func searchesEveryColumnOnEachKeystroke() {
    var session = Session()
    session.press("mu")
    #expect(session.searches.map(\.query.text) == ["", "", "m", "m", "mu", "mu"])
    #expect(session.searches.map(\.column) == [0, 1, 0, 1, 0, 1])
    #expect(session.searches.map(\.generation) == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [
    ("red mug<ctrl-w>", "red "), ("red mug<ctrl-a><delete>", "ed mug"), ("red mug<ctrl-u>", ""),
    ("red mug<home><right><ctrl-k>", "r"), ("mug<left><backspace>", "mg"), ("gg?q-=12", "gg?q-=12"),
    ("mug<alt-x><f1><ctrl-r>", "mug"),
  ])
  func editsTheQueryLine(script: String, text: String) {
    var session = Session()
    session.press(script)
    #expect(session.state.field.text == text)
    #expect(session.searches.last?.query.text == text.trimmingBlanks)
  }

  @Test func doesNotSearchWhenOnlyTheCursorMoves() {
    var session = Session()
    session.press("mug")
    #expect(session.press("<left><home><end><backspace>").count == 2)
  }

  @Test func pastesOneLineIntoTheQueryLineFromAnywhere() {
    var session = Session()
    session.press("mug<enter>")
    session.send(.terminal(.paste(" red\nq\u{1B}[31m")))
    #expect(session.state.field.text == "mug red q[31m")
    #expect(session.state.focus == .query)
    #expect(!session.effects.contains(.quit))
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

  @Test(arguments: [
    ("j", 1), ("jjk", 1), ("k", 0), ("G", 9), ("Ggg", 0), ("<end>", 9), ("<end><home>", 0),
    ("<down><down><up>", 1),
    ("jgjj", 2), ("<pagedown>", 9), ("<pagedown><pageup>", 0), ("<space><space>", 2),
  ])
  func movesTheCursor(script: String, row: Int) {
    var session = Session()
    session.press("red mug<enter>" + script)
    #expect(session.state.cursor == row)
  }

  @Test func keepsTheCursorInSightInEverySize() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 36), (300, 90)] {
      var session = Session(columns, rows)
      session.press("red mug<enter>")
      for script in ["G", "k", "<pageup>", "gg", "<pagedown>", "v", "v", "l", "G"] {
        session.press(script)
        let cursor = session.state.cursor
        let marks = GoldenRows.rows(draw(session.state)).filter { $0.contains("▌") }
        #expect(
          !marks.isEmpty || session.state.detail != .off && columns < 73,
          "\(script) at \(columns)×\(rows), row \(cursor)")
      }
    }
  }

  @Test func movesBetweenColumnsAndStaysInTheRow() {
    var session = Session()
    session.press("red mug<enter>jjl")
    #expect(session.state.focusedColumn == 1 && session.state.cursor == 2)
    session.press("lhh")
    #expect(session.state.focusedColumn == 0)
  }

  @Test func switchesTheModeOfTheFocusedColumnOnly() {
    var session = Session()
    session.press("red mug<enter>")
    let before = session.searches.count
    session.press("c")
    #expect(session.searches.dropFirst(before).map(\.plan.mode) == [.lexical])
    session.press("cc")
    #expect(session.state.columns.map(\.settings.mode) == [.dense, .hybrid])
  }

  @Test func slidesDimensionsOverTheDeclaredOnes() {
    var session = Session()
    session.press("red mug<enter>--")
    #expect(session.searches.last?.plan.dense?.dimensions == 64)
    #expect(session.searches.last?.query.text == "red mug")
    session.press("-----")
    #expect(session.state.columns[0].settings.dimensions == 16)
    #expect(session.press("-").isEmpty, "at the end of the range there is nothing to search")
    session.press("=+")
    #expect(session.state.columns.map(\.settings.dimensions) == [64, 256])
  }

  @Test func slidesShares() {
    var session = Session()
    session.press("red mug<enter>l<tab><right><right>")
    #expect(session.searches.last?.plan.dense?.textShare == 0.4, "the picture is at the right")
    session.press("<tab><left>")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0.05))
    session.press("<left><left><left>")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0))
    session.press("F<right>")
    #expect(session.searches.last?.plan.fusion == .reciprocalRank(k: 100))
    session.press("FFF<backtab>p")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0))
    #expect(session.searches.last?.plan.dense?.precision == .int8)
    #expect(session.state.slider == .textShare)
  }

  @Test func movesEveryKnobWhereTheArrowPoints() throws {
    var session = Session(120, 36)
    session.press("red mug<enter>l<tab>")
    func knob() throws -> Int {
      let row = try #require(GoldenRows.rows(draw(session.state)).first { $0.hasPrefix(" B ") })
      return try #require(row.enumerated().first { $0.element == "●" }).offset
    }
    for _ in ["text", "lexical", "lists", "k1", "b", "title", "description", "brand"] {
      let start = try knob()
      session.press("<right><right><right>")
      #expect(try knob() > start)
      session.press("<tab>")
    }
  }

  @Test func saysWhenASliderDoesNotMatter() {
    var session = Session()
    session.press("red mug<enter><tab>c")
    for (script, word) in [("-", "dims"), ("p", "precision"), ("F", "fusion"), ("<left>", "text")] {
      #expect(session.press(script).isEmpty)
      #expect(session.state.notice?.text == "\(word) does not matter to a lexical column")
    }
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
    let searches = session.searches
    session.send(.searchFailed(column: 0, generation: searches[2].generation, SearchFailure("old")))
    #expect(session.state.columns[0].failure == nil)
    session.send(
      .searchFailed(column: 0, generation: searches[4].generation, SearchFailure("the index is gone")))
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

  @Test func asksForDetailOfWhatIsUnderTheCursor() {
    var session = Session()
    session.press("red mug<enter>")
    #expect(session.inspections.isEmpty)
    session.press("v")
    #expect(session.inspections.map(\.ordinal) == [0])
    session.press("j")
    #expect(session.inspections.map(\.ordinal) == [0, 1])
    session.press("v")
    #expect(session.inspections.count == 2, "another page of the same item needs no new answer")
    session.press("-")
    #expect(session.inspections.last?.plan.dense?.dimensions == 128, "another plan has another explanation")
    session.press("vv")
    #expect(session.state.detail == .off)
    session.press("x")
    #expect(session.state.detail == .explanation)
    session.press("<esc>")
    #expect(session.state.detail == .off)
  }

  @Test func scrollsDetailNoFurtherThanItGoes() {
    var session = Session(80, 24)
    session.press("red mug<enter>lxJJ")
    #expect(session.state.detailScroll == 2)
    session.press(String(repeating: "J", count: 50))
    let last = session.state.detailScroll
    #expect((3..<60).contains(last))
    session.press("K")
    #expect(session.state.detailScroll == last - 1)
    session.press("j")
    #expect(session.state.detailScroll == 0, "another item starts at its top")
  }

  @Test func dropsDetailThatComesLate() {
    var session = Session()
    session.press("red mug<enter>v")
    session.answers = false
    session.press("jj")
    let late = session.inspections.suffix(2)
    for request in late { session.send(Bench.detail(request)) }
    #expect(session.state.inspection.reply?.ordinal == 2)
    session.send(Bench.detail(late[late.startIndex]))
    #expect(session.state.inspection.reply?.ordinal == 2)
  }

  @Test(arguments: [
    ("<ctrl-c>", Effect.quit), ("<enter>q", .quit), ("<enter>?q", .quit), ("<ctrl-z>", .suspend),
    ("<enter><ctrl-z>", .suspend), ("<ctrl-l>", .redraw), ("<enter>w", .compileQrels),
  ])
  func asksTheWorld(script: String, effect: Effect) {
    var session = Session()
    #expect(session.press(script) == [effect])
  }

  @Test func showsNoticesUntilTheNextKey() {
    var session = Session()
    session.send(.notice("wrote journal.qrels"))
    #expect(session.state.notice == Notice("wrote journal.qrels"))
    session.send(.warning("journal.qrels: permission denied"))
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("permission denied") == true)
    session.press("m")
    #expect(session.state.notice == nil)
  }

  @Test func typesQInTheQueryLine() {
    var session = Session()
    session.press("q")
    #expect(session.state.field.text == "q")
    #expect(!session.effects.contains(.quit))
  }

  @Test func goesUpOneLevel() {
    var session = Session()
    session.press("mug<esc>")
    #expect(session.state.focus == .results)
    session.press("v?")
    #expect(session.state.context == .help)
    session.press("<esc>")
    #expect(session.state.context == .results && session.state.detail == .picture)
    session.press("<esc>")
    #expect(session.state.detail == .off)
    #expect(session.press("<esc>").isEmpty)
    #expect(session.state.focus == .results)
  }

  @Test func takesNoCommandsWhileTheTerminalIsTooSmall() {
    var session = Session()
    session.press("red mug<enter>")
    session.send(.terminal(.resized(Size(columns: 39, rows: 36))))
    #expect(session.press("3jc").isEmpty)
    #expect(session.press("q") == [.quit])
  }

  @Test func leavesRoomForPicturesOnlyWhenTheyCanBeShown() {
    var session = Session(pictures: .none)
    #expect(draw(session.state).pictures.isEmpty)
    session.send(.terminal(.capabilitiesKnown(.sixel(cellWidth: 10, cellHeight: 20))))
    #expect(!draw(session.state).pictures.isEmpty)
    var without = Session(bench: Bench.workbench(hasPictures: false))
    without.press("mug<enter>v")
    #expect(draw(without.state).pictures.isEmpty)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
