import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Key scripts: the state before, keys, the state after.
@Suite struct ReducerTests {
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

  @Test(arguments: [
    ("<ctrl-c>", Effect.quit), ("<enter>q", .quit), ("<ctrl-z>", .suspend),
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

  @Test func aRepaintChangesNothingOfWhatShows() {
    var session = Session()
    session.press("red mug<enter>")
    session.send(.notice("wrote journal.qrels"))
    #expect(session.press("<ctrl-l>") == [.redraw])
    #expect(session.state.notice == Notice("wrote journal.qrels"))
    session.press("z<ctrl-l>")
    #expect(!session.state.pendingKeys.isEmpty)
    session.press("a")
    #expect(session.state.columns.count == 3)
  }

  @Test func qClosesTheListOfKeysBeforeItQuits() {
    var session = Session()
    #expect(session.press("<enter>?q").isEmpty)
    #expect(session.state.helpScroll == nil)
    #expect(session.press("q") == [.quit])
  }

  @Test(arguments: ["z3", "g3", "gz", "y0", "e "])
  func whatDoesNotGoOnWithASequenceEndsIt(_ keys: String) {
    var session = Session()
    session.press("red striped mug<enter>")
    let before = session.state
    #expect(session.press(keys).isEmpty)
    #expect(session.state.book == before.book && session.state.cursor == before.cursor)
    #expect(session.state.pendingKeys.isEmpty && session.state.view == .explore)
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
