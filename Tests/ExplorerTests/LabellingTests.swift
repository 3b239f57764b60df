import Explorer
import Relevance
import TerminalUI
import Testing

@Suite struct LabellingTests {
  private func opened(_ query: String = "red striped mug") -> Session {
    var session = Session()
    session.press(query + "<enter><f2>")
    return session
  }

  private func item(_ session: Session) -> DocumentID? { session.state.labelling.task?.card.id }

  @Test func asksForAQueueOfWhatTheColumnsFind() throws {
    let session = opened()
    #expect(session.state.view == .label)
    let request = try #require(session.queueRequests.last)
    #expect(request.scope.queries.map(\.id) == ["q-001"])
    #expect(request.scope.columns.map(\.name) == session.state.columns.map(\.settings.name))
    #expect(request.scope.order == .random && session.state.labelling.isBlind)
    #expect(item(session) == Bench.id(11))
  }

  @Test func gradesWithOneKeyAndShowsTheNextItem() {
    var session = opened()
    session.press("3")
    #expect(session.drafts.map(\.decision) == [.grade(3)])
    #expect(session.drafts[0].item == Bench.id(11) && session.drafts[0].isBlind)
    #expect(session.drafts[0].seen == Sighting(place: "columns", rank: 10))
    #expect(item(session) == Bench.id(10))
  }

  @Test func skipsFlagsAndCanNotTell() {
    var session = opened()
    session.press("f<space>d<backspace>")
    #expect(session.drafts.map(\.decision) == [.flagged(true), .skipped, .cannotTell])
    #expect(item(session) == Bench.id(9), "a flag does not advance, and there was nothing to withdraw")
  }

  @Test func goesBackAndChangesAGrade() {
    var session = opened()
    session.press("31kk")
    #expect(item(session) == Bench.id(11))
    session.press("2")
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 2)
    #expect(item(session) == Bench.id(9), "what is decided already is passed")
  }

  @Test func undoesAndRedoesBeforeTheItem() {
    var session = opened()
    session.press("31u")
    #expect(item(session) == Bench.id(10))
    #expect(session.state.book.grades["q-001", Bench.id(10)] == nil)
    session.press("u")
    #expect(item(session) == Bench.id(11))
    session.press("<ctrl-r>")
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 3)
  }

  @Test func undoesAcrossQueries() {
    var session = opened()
    session.press("3]")
    #expect(session.state.query.id == "q-002")
    session.press("u")
    #expect(session.state.query.id == "q-001")
    #expect(item(session) == Bench.id(11))
    #expect(session.drafts.last?.decision == .withdrawn && session.drafts.last?.query.id == "q-001")
  }

  @Test func redoesAcrossQueriesBeforeAnItemThatIsSettled() {
    var session = opened()
    session.press("3]u]<ctrl-r>")
    #expect(session.state.query.id == "q-001")
    #expect(item(session) == Bench.id(11))
    #expect(session.state.book.grades["q-001", Bench.id(11)] == 3)
  }

  @Test func comesToAnEnd() {
    var session = opened()
    for _ in 0..<12 { session.press("1") }
    #expect(session.drafts.count == 12 && item(session) == nil)
    #expect(session.press("1").isEmpty)
    #expect(session.state.notice?.text == "everything here is decided; k goes back, u takes back")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("All 12 items here are decided.") })
    session.press("k")
    #expect(item(session) == Bench.id(0))
    session.press("<esc>")
    #expect(session.state.view == .explore)
  }

  @Test func doesNotAskAgainForWhatWasSettledBefore() {
    var session = Session(
      bench: Bench.workbench(judgments: Qrels(["q-001": [Bench.id(11): 2, Bench.id(3): 0]])))
    session.press("red striped mug<enter>gl")
    #expect(session.state.labelling.queue?.tasks.count == 10)
    #expect(session.state.labelling.queue?.settled == 2)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.hasPrefix(" 2 of 12 ") })
  }

  @Test func labelsForTheWholeSetWhenNoQueryWasTyped() throws {
    var session = Session()
    session.press("<f2>")
    #expect(session.queueRequests.last?.scope.queries.map(\.id) == ["q-001", "q-002", "q-003"])
    session.press("3]1[")
    #expect(session.drafts.map(\.query.id) == ["q-001", "q-002"])
    #expect(session.state.labelling.task?.query.id == "q-001")
  }

  @Test func saysThatThereIsNothingToLabelFor() {
    var session = Session(bench: Bench.workbench(queries: []))
    session.press("<f2>")
    #expect(session.queueRequests.isEmpty)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("There is no query to label for.") })
    session.press("/mug")
    #expect(session.state.view == .explore && session.state.field.text == "mug")
  }

  @Test func makesAnotherQueueForAnotherOrderDepthOrScope() {
    var session = opened()
    session.press("o")
    #expect(session.queueRequests.last?.scope.order == .pool)
    session.press("=-")
    #expect(session.queueRequests.map(\.scope.depth) == [20, 20, 50, 20])
    session.press("a")
    #expect(session.queueRequests.last?.scope.queries.count == 3)
    let count = session.queueRequests.count
    session.press("b")
    #expect(session.queueRequests.count == count && !session.state.labelling.isBlind)
    session.press("3")
    #expect(session.drafts.last?.isBlind == false)
  }

  @Test func dropsAQueueThatIsStale() throws {
    var session = opened()
    session.answers = false
    session.press("=")
    #expect(session.state.labelling.isWaiting && item(session) == nil)
    let stale = session.queueRequests[0]
    session.send(.queued(generation: stale.generation, Bench.queue(stale)))
    #expect(session.state.labelling.isWaiting)
    let request = try #require(session.queueRequests.last)
    session.send(.queued(generation: request.generation, Bench.queue(request)))
    #expect(item(session) == Bench.id(11))
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
    #expect(session.drafts.isEmpty && item(session) == Bench.id(11), "nothing happens to the item that comes")
    session.press("3")
    #expect(session.drafts.count == 1)
  }

  @Test func refusesAGradeWithoutAnyItem() {
    var session = Session(bench: Bench.workbench(queries: []))
    session.press("<enter><f2>3")
    #expect(session.state.notice?.text == "there is no query to judge for: / goes to the query line")
  }

  @Test func showsHowFarTheQueueIsAndStopsMakingIt() throws {
    var session = Session()
    session.answers = false
    session.press("<enter><f2>")
    let request = try #require(session.queueRequests.last)
    session.send(.queueProgress(QueueProgress(generation: request.generation, done: 1, total: 3)))
    #expect(
      GoldenRows.rows(draw(session.state)).contains { $0.contains("looking for items: 1 of 3 queries") })
    session.send(.queueProgress(QueueProgress(generation: request.generation - 1, done: 0, total: 9)))
    #expect(session.state.labelling.progress?.done == 1, "what is stale is not shown")
    #expect(session.press("<esc>") == [.stopQueue])
    #expect(session.state.view == .label)
    #expect(
      GoldenRows.rows(draw(session.state)).contains { $0.contains("The search for items was stopped.") })
    // What was under way when it was stopped is stale.
    session.send(.queued(generation: request.generation, Bench.queue(request)))
    #expect(item(session) == nil)
    session.press("3")
    #expect(session.state.notice?.text == "nothing was judged: the search for items was stopped")
    session.press("<esc>")
    #expect(session.state.view == .explore)
    session.answers = true
    session.press("<f2>")
    #expect(session.queueRequests.last?.scope == request.scope)
    #expect(item(session) == Bench.id(11), "entering the view again goes on")
  }

  @Test func comparesWhatTheOtherViewsCompare() throws {
    var session = opened()
    session.press("3")
    let before = try #require(item(session))
    #expect(session.queueRequests.last?.scope.measure == .ndcg)
    #expect(session.queueRequests.last?.scope.pair == ColumnPair(left: 0, right: 1))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("nDCG@10 B>A can still flip") })
    session.press("m")
    #expect(session.queueRequests.last?.scope.measure == .reciprocalRank)
    #expect(item(session) == before, "the items are the same, so the one before the eyes stays")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("RR@10 B>A can still flip") })
    session.press("p")
    #expect(session.queueRequests.last?.scope.pair == ColumnPair(left: 1, right: 0))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("RR@10 A>B can still flip") })
    session.press("<f3>")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("A−B") })
  }

  @Test func saysNothingAboutAComparisonThatIsBeingWorkedOut() {
    var session = opened()
    session.answers = false
    session.press("m")
    #expect(item(session) == Bench.id(11))
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("can still flip") })
  }

  @Test func startsAnewWhereTheOrderDependsOnTheMeasure() {
    var session = opened()
    session.press("oooo")
    #expect(session.queueRequests.last?.scope.order == .random)
    session.press("ooo")
    #expect(session.queueRequests.last?.scope.order == .impact)
    session.answers = false
    session.press("m")
    #expect(session.state.labelling.isWaiting)
  }

  @Test func saysWhyThereIsNoQueue() throws {
    var session = opened()
    session.answers = false
    session.press("=")
    let request = try #require(session.queueRequests.last)
    session.send(.queueFailed(generation: request.generation, message: "the index is gone"))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("the index is gone") })
  }

  @Test func keepsTheItemBeforeTheEyesWhenTheOrderChanges() throws {
    var session = opened()
    session.answers = false
    session.press("3")
    let request = try #require(session.queueRequests.last)
    let new = Bench.queue(request)
    session.send(
      .queued(
        generation: request.generation,
        LabelQueue(tasks: new.tasks.reversed(), settled: new.settled, stopping: nil)))
    #expect(item(session) == Bench.id(10), "nobody's item is exchanged while it is looked at")
    let ids = session.state.labelling.queue?.tasks.map(\.card.id)
    #expect(ids == [11, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(Bench.id))
  }

  @Test func takesAnUnsavedDecisionOffTheScreenAndKeepsTheRest() {
    var session = opened()
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
    #expect(item(session) == Bench.id(10), "and it can be judged again")
  }

  @Test func getsTheNextPicturesReady() {
    let session = opened()
    guard
      case .prefetch(let placements)? = session.effects.last(where: {
        if case .prefetch = $0 { true } else { false }
      })
    else {
      Issue.record("nothing was got ready")
      return
    }
    #expect(placements.map(\.picture.path) == ["images/1010.jpg", "images/1009.jpg"])
    #expect(placements.first?.frame == draw(session.state).pictures.first?.frame)
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
    var session = opened()
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
    var session = opened()
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
