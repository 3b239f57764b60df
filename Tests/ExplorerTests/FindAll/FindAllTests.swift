import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// The Find-all view: how one comes there, what is scored, and what leaves it.
@Suite struct FindAllTests {
  @Test(arguments: ["a", "<f5>", "ga"])
  func isReachedByItsKeys(keys: String) {
    var session = Session()
    session.press("steel tumbler<enter>" + keys)
    #expect(session.state.view == .findAll && session.state.context == .view(.findAll))
    #expect(session.findAll.found?.items.scores.count == 300)
    session.press("<esc>")
    #expect(session.state.view == .explore)
  }

  @Test func isReachedFromThePalette() {
    var session = Session()
    session.press("steel tumbler<enter>:find all<enter>")
    #expect(session.state.view == .findAll)
  }

  @Test func nothingIsScoredForNoQuery() {
    var session = Session()
    session.press("<enter><f5>")
    #expect(session.state.view == .findAll && session.findAll.found == nil)
    #expect(!session.effects.contains { if case .findAll = $0 { true } else { false } })
    session.press("3")
    #expect(session.drafts.isEmpty && session.state.notice?.isWarning == true)
  }

  @Test func asksAgainForItemsThatCouldNotBeRead() throws {
    var state = Session.findingAll().state
    func lookups(_ action: Action) -> [PlaceItemsRequest] {
      state.reduce(action).compactMap { if case .placeItems(let request) = $0 { request } else { nil } }
    }
    let request = try #require(lookups(.terminal(.key(Script.keys("G")[0]))).first)
    let failed = PlaceItemsReply(generation: request.generation, .failed("the disk is gone"))
    #expect(lookups(.placedItems(failed)).isEmpty)
    #expect(state.notice?.isWarning == true)
    // The first page up moves within the same screen.
    let next = Script.keys("<pageup><pageup>").flatMap { lookups(.terminal(.key($0))) }
    #expect(!next.isEmpty)
  }

  @Test func bytesShowFirstAndTheThresholdStays() {
    var session = Session.findingAll()
    session.answers = false
    session.press("<tab>")
    guard
      case .findAll(let request) = session.effects.last(where: {
        if case .findAll = $0 { true } else { false }
      })
    else {
      Issue.record("no scores were asked for")
      return
    }
    let replies = Bench.scores(request, of: 300)
    session.send(.foundAll(replies[0]))
    #expect(session.findAll.found?.isPreliminary == true && session.findAll.isWaiting)
    session.press("t.5<enter>s")
    #expect(session.findAll.page == .list, "a sample is drawn from what is certain")
    session.send(.foundAll(replies[1]))
    #expect(session.findAll.threshold == 0.5 && !session.findAll.isWaiting)
    #expect(session.findAll.cut == replies[1].items?.count(atLeast: 0.5))
  }

  @Test func staleAnswersAreDropped() {
    var session = Session.findingAll()
    let stale = session.effects.compactMap { if case .findAll(let request) = $0 { request } else { nil } }
      .last
    session.press("]")
    let found = session.findAll.found
    session.send(.foundAll(FindAllReply(generation: stale?.generation ?? 0, .failed("too late"))))
    #expect(session.findAll.failure == nil && session.findAll.found == found)
  }

  @Test func escStopsAndEnteringGoesOn() {
    var session = Session.findingAll()
    session.answers = false
    session.press("<tab>")
    #expect(session.findAll.isWaiting)
    session.press("<esc>")
    #expect(session.effects.last == .stopFindingAll && session.findAll.isStopped)
    #expect(session.state.view == .findAll)
    // `a` goes here from the results only.
    #expect(session.state.notice?.text == "stopped; F5 goes on")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("F5 goes on.") })
    session.press("a")
    #expect(session.findAll.isStopped)
    session.press("<f5>")
    #expect(session.findAll.isWaiting && !session.findAll.isStopped)
    session.press("<esc>")
    session.press("<f1><f5>")
    #expect(session.findAll.isWaiting && !session.findAll.isStopped)
  }

  @Test func eachColumnHasScoresAndAThresholdOfItsOwn() {
    var session = Session.findingAll()
    session.press("t.7<enter><tab>")
    #expect(session.state.focusedColumn == 1 && session.findAll.threshold != 0.7)
    session.press("<tab>")
    #expect(session.state.focusedColumn == 0 && session.findAll.threshold == 0.7)
  }

  @Test(arguments: [("ec", ListFormat.csv), ("ej", .json), ("et", .trec)])
  func theListIsExported(keys: String, format: ListFormat) throws {
    var session = Session.findingAll()
    session.press("30t#3<enter>" + keys)
    guard case .exportList(let request) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.format == format && request.cut == 3 && request.grades == [0: 3, 1: 0])
    session.press("t#1<enter>" + keys)
    guard case .exportList(let shorter) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(shorter.places == (format == .trec ? [0] : [0, 1]), "what is judged below goes with the list")
    #expect(
      request.counts
        == (format == .trec ? "3 items above the cut" : "3 items above and 0 judged ones below the cut"))
    #expect(
      shorter.counts
        == (format == .trec ? "1 item above the cut" : "1 item above and 1 judged one below the cut"))
    session.press("t#0<enter>")
    let before = session.effects.count
    session.press("et")
    #expect(session.effects.count == before && session.state.notice?.isWarning == true)
  }

  @Test func anotherBuildOfTheIndexStartsAnew() {
    var session = Session.findingAll()
    session.send(.reopened(Bench.workbench(qrels: Qrels())))
    #expect(session.findAll.found != nil, "and is scored at once")
  }

  @Test func opensTheItemBeforeTheEyes() {
    var session = Session.findingAll()
    session.press("jO")
    guard case .open(let request) = session.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(request.item == Bench.id(1))
  }
}
