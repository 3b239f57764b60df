import Explorer
import Relevance
import TerminalUI
import Testing

/// Which items come before the assessor, and in which order.
@Suite struct LabelQueueTests {
  @Test func asksForAQueueOfWhatTheColumnsFind() throws {
    let session = Session.labelling()
    #expect(session.state.view == .label)
    let request = try #require(session.queueRequests.last)
    #expect(request.scope.queries.map(\.id) == ["q-001"])
    #expect(request.scope.columns.map(\.name) == session.state.columns.map(\.settings.name))
    #expect(request.scope.order == .random && session.state.labelling.isBlind)
    #expect(session.item == Bench.id(11))
  }

  @Test func doesNotAskAgainForWhatWasSettledBefore() {
    var session = Session(
      bench: Bench.workbench(judgments: Qrels(["q-001": [Bench.id(11): 2, Bench.id(3): 0]])))
    session.press("red striped mug<enter>gl")
    #expect(session.state.labelling.queue?.tasks.count == 10)
    #expect(session.state.labelling.queue?.settled == 2)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.hasPrefix(" 2/12 done ") })
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
    var session = Session.labelling()
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
    var session = Session.labelling()
    session.answers = false
    session.press("=")
    #expect(session.state.labelling.isWaiting && session.item == nil)
    let stale = session.queueRequests[0]
    session.send(.queued(generation: stale.generation, Bench.queue(stale)))
    #expect(session.state.labelling.isWaiting)
    let request = try #require(session.queueRequests.last)
    session.send(.queued(generation: request.generation, Bench.queue(request)))
    #expect(session.item == Bench.id(11))
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
    #expect(session.item == nil)
    session.press("3")
    #expect(session.state.notice?.text == "nothing was judged: the search for items was stopped")
    session.press("<esc>")
    #expect(session.state.view == .explore)
    session.answers = true
    session.press("<f2>")
    #expect(session.queueRequests.last?.scope == request.scope)
    #expect(session.item == Bench.id(11), "entering the view again goes on")
  }

  @Test func comparesWhatTheOtherViewsCompare() throws {
    var session = Session.labelling()
    session.press("3")
    let before = try #require(session.item)
    #expect(session.queueRequests.last?.scope.measure == .ndcg)
    #expect(session.queueRequests.last?.scope.pair == ColumnPair(left: 0, right: 1))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("nDCG@10 B>A can still flip") })
    session.press("m")
    #expect(session.queueRequests.last?.scope.measure == .reciprocalRank)
    #expect(session.item == before, "the items are the same, so the one before the eyes stays")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("RR@10 B>A can still flip") })
    session.press("p")
    #expect(session.queueRequests.last?.scope.pair == ColumnPair(left: 1, right: 0))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("RR@10 A>B can still flip") })
    session.press("<f3>")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("A−B") })
  }

  @Test func saysNothingAboutAComparisonThatIsBeingWorkedOut() {
    var session = Session.labelling()
    session.answers = false
    session.press("m")
    #expect(session.item == Bench.id(11))
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("can still flip") })
  }

  @Test func startsAnewWhereTheOrderDependsOnTheMeasure() {
    var session = Session.labelling()
    session.press("oooo")
    #expect(session.queueRequests.last?.scope.order == .random)
    session.press("ooo")
    #expect(session.queueRequests.last?.scope.order == .impact)
    session.answers = false
    session.press("m")
    #expect(session.state.labelling.isWaiting)
  }

  @Test func saysWhyThereIsNoQueue() throws {
    var session = Session.labelling()
    session.answers = false
    session.press("=")
    let request = try #require(session.queueRequests.last)
    session.send(.queueFailed(generation: request.generation, message: "the index is gone"))
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("the index is gone") })
  }

  @Test func keepsTheItemBeforeTheEyesWhenTheOrderChanges() throws {
    var session = Session.labelling()
    session.answers = false
    session.press("3")
    let request = try #require(session.queueRequests.last)
    let new = Bench.queue(request)
    session.send(
      .queued(
        generation: request.generation,
        LabelQueue(tasks: new.tasks.reversed(), settled: new.settled, stopping: nil)))
    #expect(session.item == Bench.id(10), "nobody's item is exchanged while it is looked at")
    let ids = session.state.labelling.queue?.tasks.map(\.card.id)
    #expect(ids == [11, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(Bench.id))
  }

  @Test func getsTheNextPicturesReady() {
    let session = Session.labelling()
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
}
