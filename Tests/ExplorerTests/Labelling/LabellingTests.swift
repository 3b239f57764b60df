import Explorer
import Relevance
import TerminalUI
import Testing

/// Labelling item by item.
@Suite struct LabellingTests {
  @Test func gradesWithOneKeyAndShowsTheNextItem() {
    var session = Session.labelling()
    session.press("3")
    #expect(session.drafts.map(\.decision) == [.grade(3)])
    #expect(session.drafts[0].item == Bench.id(11) && session.drafts[0].isBlind)
    #expect(session.drafts[0].seen == Sighting(place: "columns", rank: 10))
    #expect(session.item == Bench.id(10))
  }

  @Test func skipsFlagsAndCanNotTell() {
    var session = Session.labelling()
    session.press("f<space>d<backspace>")
    #expect(session.drafts.map(\.decision) == [.flagged(true), .skipped, .cannotTell])
    #expect(session.item == Bench.id(9), "a flag does not advance, and there was nothing to withdraw")
  }

  @Test func goesBackAndChangesAGrade() {
    var session = Session.labelling()
    session.press("31kk")
    #expect(session.item == Bench.id(11))
    session.press("2")
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 2)
    #expect(session.item == Bench.id(9), "what is decided already is passed")
  }

  @Test func undoesAndRedoesBeforeTheItem() {
    var session = Session.labelling()
    session.press("31u")
    #expect(session.item == Bench.id(10))
    #expect(session.state.book.grades["q-001", Bench.id(10)] == nil)
    session.press("u")
    #expect(session.item == Bench.id(11))
    session.press("<ctrl-r>")
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 3)
  }

  @Test func undoesAcrossQueries() {
    var session = Session.labelling()
    session.press("3]")
    #expect(session.state.query.id == "q-002")
    session.press("u")
    #expect(session.state.query.id == "q-001")
    #expect(session.item == Bench.id(11))
    #expect(session.drafts.last?.decision == .withdrawn && session.drafts.last?.query.id == "q-001")
  }

  @Test func redoesAcrossQueriesBeforeAnItemThatIsSettled() {
    var session = Session.labelling()
    session.press("3]u]<ctrl-r>")
    #expect(session.state.query.id == "q-001")
    #expect(session.item == Bench.id(11))
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 3)
  }

  @Test func comesToAnEnd() {
    var session = Session.labelling()
    for _ in 0..<12 { session.press("1") }
    #expect(session.drafts.count == 12 && session.item == nil)
    #expect(session.press("1").isEmpty)
    #expect(session.state.notice?.text == "everything here is decided; k goes back, u takes back")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("All 12 items here are decided.") })
    session.press("k")
    #expect(session.item == Bench.id(0))
    session.press("<esc>")
    #expect(session.state.view == .explore)
  }

  @Test func refusesAGradeForAnItemThatIsNotThereYet() throws {
    var session = Session()
    session.press("red striped mug<enter>")
    session.answers = false
    for key in ["3", "<space>", "d", "f", "<backspace>", "n"] {
      session.press("<f1><f2>" + key)
      let notice = try #require(session.state.notice, "\(key) says nothing")
      #expect(notice.isWarning && notice.text.hasPrefix("nothing was judged: the item is not here yet"))
    }
    #expect(session.drafts.isEmpty)
    let request = try #require(session.queueRequests.last)
    session.send(.queued(generation: request.generation, Bench.queue(request)))
    #expect(session.drafts.isEmpty && session.item == Bench.id(11), "nothing happens to the item that comes")
    session.press("3")
    #expect(session.drafts.count == 1)
  }

  @Test func refusesAGradeWithoutAnyItem() {
    var session = Session(bench: Bench.workbench(queries: []))
    session.press("<enter><f2>3")
    #expect(session.state.notice?.text == "there is no query to judge for: / goes to the query line")
  }

  @Test func takesAnUnsavedDecisionOffTheScreenAndKeepsTheRest() {
    var session = Session.labelling()
    session.press("3")
    session.answers = false
    session.press("2")
    session.send(.judgmentFailed(token: 2, message: "journal.jsonl: no space left on device"))
    #expect(session.state.book.grades["q-001"] == [Bench.id(11): 3])
    #expect(
      session.state.notice?.text == "grade 2 of p-1010 not saved: journal.jsonl: no space left on device")
    #expect(session.state.failedSaves == 1)
    session.answers = true
    session.press("k")
    #expect(session.item == Bench.id(10), "and it can be judged again")
  }

  @Test func measuresThePaceByTheLatestItems() {
    var session = Session()
    session.clock = 0
    session.press("red striped mug<enter><f2>")
    for second in 1...5 {
      session.clock = second * 2000
      session.press("1")
    }
    #expect(session.drafts.allSatisfy { $0.milliseconds == 2000 })
    #expect(session.state.labelling.pace.perMinute == 30)
    session.clock = 7_200_000
    session.press("1")
    #expect(
      session.state.labelling.pace.perMinute == 5, "whoever was away is not taken for slow beyond a minute")
  }

  @Test func hidesRanksUnlessAsked() {
    var session = Session.labelling()
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("A #") || $0.contains("B #") })
    session.press("b")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("A – · B #10") })
  }

  @Test func givesLettersThatAreFreeInTheView() {
    var session = Session(bench: Bench.workbench(scale: .esci))
    session.press("red striped mug<enter><f2>esci")
    #expect(session.drafts.map(\.decision) == [3, 2, 1, 0].map { .grade($0) })
    var binary = Session(bench: Bench.workbench(scale: .binary))
    binary.press("red striped mug<enter><f2>yN")
    #expect(binary.drafts.map(\.decision) == [.grade(1), .grade(0)], "n writes a note")
  }

  @Test func keepsDecisionsMadeInTheOtherView() {
    var session = Session.labelling()
    session.press("3<f1>")
    #expect(session.state.view == .explore)
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 3)
    session.press("1<f2>")
    #expect(
      session.state.labelling.queue?.tasks.contains {
        $0.card.id == Bench.id(0) && session.state.book.opinion(of: $0.card.id, for: "q-001").isOpen
      } == false)
  }
}
