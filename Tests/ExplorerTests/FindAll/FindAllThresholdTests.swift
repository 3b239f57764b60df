import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Where the catalogue is cut, by keys, words and the mouse.
@Suite struct FindAllThresholdTests {
  @Test func keysMoveTheThresholdByABar() throws {
    var session = Session.findingAll()
    for (down, up) in [("h", "l"), ("<left>", "<right>")] {
      let cut = session.findAll.cut
      session.press(down + down + down + down)
      let lower = session.findAll.cut
      #expect(lower > cut)
      session.press(up + up)
      #expect(session.findAll.cut <= lower)
    }
    for _ in 0..<200 { session.press("h") }
    #expect(session.findAll.cut == 300, "the lowest bar is the end")
    for _ in 0..<200 { session.press("l") }
    #expect(session.findAll.cut == 0, "and behind the highest one nothing is above")
    session.press("h")
    #expect(session.findAll.cut > 0)
  }

  @Test func everyBarIsStoppedAt() throws {
    var session = Session.findingAll()
    let items = try #require(session.findAll.found?.items)
    for _ in 0..<200 { session.press("l") }
    var thresholds: [Float] = []
    for _ in 0..<200 {
      session.press("h")
      thresholds.append(session.findAll.threshold)
      #expect(session.findAll.cut == items.scores.count { $0 >= session.findAll.threshold })
    }
    let steps = Set(thresholds).sorted()
    #expect(steps.count == 108, "as many as there are bars")
    #expect(steps.first == items.scores.last)
  }

  @Test func oneItemMoreOrFewer() {
    var session = Session.findingAll()
    #expect(session.findAll.cut == 25)
    session.press("==")
    #expect(session.findAll.cut == 27)
    session.press("---")
    #expect(session.findAll.cut == 24)
    session.press("t#59<enter>")
    #expect(session.findAll.cut == 59)
    session.press("=")
    #expect(session.findAll.cut == 61, "items with one score go together")
    #expect(session.state.notice?.text.contains("2 items share a score") == true)
    session.press("-")
    #expect(session.findAll.cut == 59)
    session.press("t#0<enter>-")
    #expect(session.findAll.cut == 0)
    session.press("t#300<enter>=")
    #expect(session.findAll.cut == 300)
  }

  @Test func gapsComeWidestFirst() throws {
    var session = Session.findingAll()
    let gaps = try #require(session.findAll.found?.gaps)
    #expect(gaps[0] == 37)
    session.press(".")
    #expect(session.findAll.cut == 37)
    session.press(".")
    #expect(session.findAll.cut == gaps[1])
    session.press(".hhhh.")
    #expect(session.findAll.cut == 37, "whoever has left the gap begins anew")
  }

  @Test func aThresholdCanBeTyped() {
    var session = Session.findingAll()
    session.press("t0.6<enter>")
    #expect(session.findAll.threshold == 0.6)
    session.press("tabc<enter>")
    #expect(session.state.columnPrompt != nil && session.state.notice?.isWarning == true)
    session.press("<esc>")
    #expect(session.state.columnPrompt == nil && session.findAll.threshold == 0.6)
    session.press("t#999<enter>")
    #expect(session.state.notice?.text.contains("#300") == true)
    session.press("<ctrl-u>nan<enter>")
    #expect(session.state.notice?.isWarning == true && session.findAll.threshold == 0.6)
    session.press("<ctrl-u>#61<enter>")
    #expect(session.findAll.cut == 61)
    session.press("t#60<enter>")
    #expect(session.findAll.cut == 61, "not between equal scores")
  }

  @Test func theMouseDragsTheThreshold() throws {
    var session = Session.findingAll()
    let items = try #require(session.findAll.found?.items)
    func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) {
      session.send(.terminal(.mouse(MouseEvent(action, column: column, row: row))))
    }
    mouse(.press, 11, 2)
    #expect(session.findAll.cut == 300, "the leftmost bar has the lowest score")
    mouse(.drag, 90, 2)
    let dragged = session.findAll.cut
    #expect(dragged < 300 && dragged == items.count(atLeast: session.findAll.threshold))
    mouse(.drag, 500, 30)
    #expect(session.findAll.cut < dragged, "a drag goes on beside the histogram")
    mouse(.release, 500, 30)
    session.press("b")
    let cut = session.findAll.cut
    mouse(.press, 5, 33)
    #expect(session.findAll.cut == cut, "a press on the list selects")
    mouse(.drag, 60, 2)
    #expect(session.findAll.cut == cut, "and its drag moves nothing")
    mouse(.wheelDown, 5, 33)
    #expect(session.findAll.cut == cut)
  }

  @Test func theListIsReadFromTheTopAndFromTheCut() {
    var session = Session.findingAll()
    #expect(session.findAll.cursor == 0)
    session.press("t#200<enter>")
    #expect(session.findAll.cursor == 199)
    session.press("b")
    #expect(session.findAll.cursor == 0)
    session.press("b")
    #expect(session.findAll.cursor == 199)
    session.press("j")
    #expect(session.findAll.cursor == 200, "below the cut the list goes on")
    session.press("G")
    #expect(session.findAll.cursor == 299)
    session.press("gg")
    #expect(session.findAll.cursor == 0)
  }

  @Test func onlyWhatIsInSightIsLookedUp() {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.scored = 5000
    session.press("steel tumbler<enter>aG")
    let asked = session.effects.compactMap { effect in
      if case .placeItems(let request) = effect { request.ordinals.count } else { nil }
    }
    #expect(asked.count >= 1 && asked.reduce(0, +) < 300, "\(asked)")
    let rows = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
    #expect(rows.contains("5,000 ") && !rows.contains(" … "))
  }
}
