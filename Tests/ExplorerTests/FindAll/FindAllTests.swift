import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

@Suite struct FindAllTests {
  private func opened(
    _ columns: Int = 120, _ rows: Int = 36, bench: Workbench = Bench.workbench(qrels: Qrels()),
    query: String = "steel tumbler"
  ) -> Session {
    var session = Session(columns, rows, bench: bench)
    session.press(query + "<enter>a")
    return session
  }

  private func board(_ session: Session) -> FindAllBoard { session.state.findAll }

  /// What is known about the cut; the test ends where nothing is.
  private func estimate(_ session: Session) throws -> FoundEstimate {
    let assessment = try #require(session.state.findAll.assessment)
    return assessment.estimate
  }

  private func above(_ session: Session) -> [Int]? {
    session.state.findAll.assessment.map { [$0.estimate.above.relevant, $0.estimate.above.irrelevant] }
  }

  private func basis(_ session: Session) -> FoundEstimate.Basis? {
    session.state.findAll.assessment?.estimate.basis
  }

  // MARK: - Opening

  @Test(arguments: ["a", "<f5>", "ga"])
  func isReachedByItsKeys(keys: String) {
    var session = Session()
    session.press("steel tumbler<enter>" + keys)
    #expect(session.state.view == .findAll && session.state.context == .view(.findAll))
    #expect(board(session).found?.items.scores.count == 300)
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
    #expect(session.state.view == .findAll && board(session).found == nil)
    #expect(!session.effects.contains { if case .findAll = $0 { true } else { false } })
    session.press("3")
    #expect(session.drafts.isEmpty && session.state.notice?.isWarning == true)
  }

  @Test func asksAgainForItemsThatCouldNotBeRead() throws {
    var state = opened().state
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
    var session = opened()
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
    #expect(board(session).found?.isPreliminary == true && board(session).isWaiting)
    session.press("t.5<enter>s")
    #expect(board(session).page == .list, "a sample is drawn from what is certain")
    session.send(.foundAll(replies[1]))
    #expect(board(session).threshold == 0.5 && !board(session).isWaiting)
    #expect(board(session).cut == replies[1].items?.count(atLeast: 0.5))
  }

  @Test func staleAnswersAreDropped() {
    var session = opened()
    let stale = session.effects.compactMap { if case .findAll(let request) = $0 { request } else { nil } }
      .last
    session.press("]")
    let found = board(session).found
    session.send(.foundAll(FindAllReply(generation: stale?.generation ?? 0, .failed("too late"))))
    #expect(board(session).failure == nil && board(session).found == found)
  }

  @Test func escStopsAndEnteringGoesOn() {
    var session = opened()
    session.answers = false
    session.press("<tab>")
    #expect(board(session).isWaiting)
    session.press("<esc>")
    #expect(session.effects.last == .stopFindingAll && board(session).isStopped)
    #expect(session.state.view == .findAll)
    session.press("<f1><f5>")
    #expect(board(session).isWaiting && !board(session).isStopped)
  }

  @Test func eachColumnHasScoresAndAThresholdOfItsOwn() {
    var session = opened()
    session.press("t.7<enter><tab>")
    #expect(session.state.focusedColumn == 1 && board(session).threshold != 0.7)
    session.press("<tab>")
    #expect(session.state.focusedColumn == 0 && board(session).threshold == 0.7)
  }

  // MARK: - The threshold

  @Test func keysMoveTheThresholdByABar() throws {
    var session = opened()
    for (down, up) in [("h", "l"), ("<left>", "<right>")] {
      let cut = board(session).cut
      session.press(down + down + down + down)
      let lower = board(session).cut
      #expect(lower > cut)
      session.press(up + up)
      #expect(board(session).cut <= lower)
    }
    for _ in 0..<200 { session.press("h") }
    #expect(board(session).cut == 300, "the lowest bar is the end")
    for _ in 0..<200 { session.press("l") }
    #expect(board(session).cut == 0, "and behind the highest one nothing is above")
    session.press("h")
    #expect(board(session).cut > 0)
  }

  @Test func everyBarIsStoppedAt() throws {
    var session = opened()
    let items = try #require(board(session).found?.items)
    for _ in 0..<200 { session.press("l") }
    var thresholds: [Float] = []
    for _ in 0..<200 {
      session.press("h")
      thresholds.append(board(session).threshold)
      #expect(board(session).cut == items.scores.count { $0 >= board(session).threshold })
    }
    let steps = Set(thresholds).sorted()
    #expect(steps.count == 108, "as many as there are bars")
    #expect(steps.first == items.scores.last)
  }

  @Test func oneItemMoreOrFewer() {
    var session = opened()
    #expect(board(session).cut == 25)
    session.press("==")
    #expect(board(session).cut == 27)
    session.press("---")
    #expect(board(session).cut == 24)
    session.press("t#59<enter>")
    #expect(board(session).cut == 59)
    session.press("=")
    #expect(board(session).cut == 61, "items with one score go together")
    #expect(session.state.notice?.text.contains("2 items share a score") == true)
    session.press("-")
    #expect(board(session).cut == 59)
    session.press("t#0<enter>-")
    #expect(board(session).cut == 0)
    session.press("t#300<enter>=")
    #expect(board(session).cut == 300)
  }

  @Test func gapsComeWidestFirst() throws {
    var session = opened()
    let gaps = try #require(board(session).found?.gaps)
    #expect(gaps[0] == 37)
    session.press(".")
    #expect(board(session).cut == 37)
    session.press(".")
    #expect(board(session).cut == gaps[1])
    session.press(".hhhh.")
    #expect(board(session).cut == 37, "whoever has left the gap begins anew")
  }

  @Test func aThresholdCanBeTyped() {
    var session = opened()
    session.press("t0.6<enter>")
    #expect(board(session).threshold == 0.6)
    session.press("tabc<enter>")
    #expect(session.state.columnPrompt != nil && session.state.notice?.isWarning == true)
    session.press("<esc>")
    #expect(session.state.columnPrompt == nil && board(session).threshold == 0.6)
    session.press("t#999<enter>")
    #expect(session.state.notice?.text.contains("#300") == true)
    session.press("<ctrl-u>nan<enter>")
    #expect(session.state.notice?.isWarning == true && board(session).threshold == 0.6)
    session.press("<ctrl-u>#61<enter>")
    #expect(board(session).cut == 61)
    session.press("t#60<enter>")
    #expect(board(session).cut == 61, "not between equal scores")
  }

  @Test func theMouseDragsTheThreshold() throws {
    var session = opened()
    let items = try #require(board(session).found?.items)
    func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) {
      session.send(.terminal(.mouse(MouseEvent(action, column: column, row: row))))
    }
    mouse(.press, 11, 2)
    #expect(board(session).cut == 300, "the leftmost bar has the lowest score")
    mouse(.drag, 90, 2)
    let dragged = board(session).cut
    #expect(dragged < 300 && dragged == items.count(atLeast: board(session).threshold))
    mouse(.drag, 500, 30)
    #expect(board(session).cut < dragged, "a drag goes on beside the histogram")
    mouse(.release, 500, 30)
    session.press("b")
    let cut = board(session).cut
    mouse(.press, 5, 33)
    #expect(board(session).cut == cut, "a press on the list selects")
    mouse(.drag, 60, 2)
    #expect(board(session).cut == cut, "and its drag moves nothing")
    mouse(.wheelDown, 5, 33)
    #expect(board(session).cut == cut)
  }

  @Test func theListIsReadFromTheTopAndFromTheCut() {
    var session = opened()
    #expect(board(session).cursor == 0)
    session.press("t#200<enter>")
    #expect(board(session).cursor == 199)
    session.press("b")
    #expect(board(session).cursor == 0)
    session.press("b")
    #expect(board(session).cursor == 199)
    session.press("j")
    #expect(board(session).cursor == 200, "below the cut the list goes on")
    session.press("G")
    #expect(board(session).cursor == 299)
    session.press("gg")
    #expect(board(session).cursor == 0)
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

  // MARK: - Judging

  @Test func gradesGoIntoTheJournal() throws {
    var session = opened()
    session.press("3 0d")
    #expect(session.drafts.map(\.decision) == [.grade(3), .skipped, .grade(0), .cannotTell])
    let first = try #require(session.drafts.first)
    #expect(first.item == Bench.id(0) && first.seen?.place == "find-all dense 256 float32")
    #expect(first.seen?.rank == 1 && !first.isBlind)
    #expect(board(session).cursor == 4)
    #expect(above(session) == [1, 1])
    session.press("u")
    #expect(board(session).cursor == 3)
    session.press("u")
    #expect(above(session) == [1, 0])
    session.press("<ctrl-r>")
    #expect(above(session) == [1, 1])
  }

  @Test func noEstimateWithoutASample() throws {
    var session = opened()
    for _ in 0..<25 { session.press("3") }
    let estimate = try estimate(session)
    #expect(estimate.basis == .nothing && estimate.recall == nil)
    #expect(estimate.precision?.share == 1)
    let rows = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
    #expect(rows.contains("no estimate, nothing below is judged"))
  }

  @Test func theSampleIsGradedBlindlyAndThenEstimates() throws {
    var session = opened()
    session.press("s")
    #expect(board(session).page == .sample)
    let sampled = board(session).sampled
    #expect(sampled.count == 20, "five of each of four bands")
    #expect(Set(sampled) == Set(board(session).found?.sample.places(ofRounds: 1) ?? []))
    for number in 0..<20 {
      #expect(basis(session) == .nothing, "\(number) of a round are no sample")
      session.press(sampled[number] < 25 ? "3" : "0")
    }
    #expect(session.drafts.allSatisfy { $0.isBlind })
    #expect(session.drafts.map(\.item) == sampled.map { Bench.id($0) })
    let first = try estimate(session)
    #expect(first.recall == 1)
    let interval = try #require(first.recallInterval)
    #expect(interval.low < 0.5, "so few items say little")
    session.press("D")
    #expect(board(session).rounds == 2 && board(session).sampled.count == 40)
    let second = try estimate(session)
    #expect(second == first, "until the second round is graded the first one stands")
    #expect(board(session).sampleCursor == 20)
  }

  @Test func aRowOfTheSampleHidesScoreAndRank() {
    var session = opened()
    session.press("s")
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.contains { $0.hasPrefix("▌ 1/20 ") })
    #expect(!rows.dropFirst(13).contains { $0.contains(".8200") })
  }

  @Test func skippingLeavesTheSampleOpen() throws {
    var session = opened()
    session.press("s ")
    #expect(board(session).sampleCursor == 1)
    for _ in 0..<19 { session.press("0") }
    #expect(board(session).sampleCursor == 0, "the skipped one comes back")
    #expect(basis(session) == .nothing)
    session.press("d")
    #expect(basis(session) == .sample(items: 20, rounds: 1))
  }

  @Test func judgmentsOfOtherViewsCount() throws {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.press("steel tumbler<enter>3j0<f5>")
    #expect(above(session) == [1, 1])
    session.press("<f1>gg0<f5>")
    #expect(above(session) == [0, 2])
  }

  @Test func theReferenceCountsWhereNobodyJudged() throws {
    let qrels = Qrels(["q-002": [Bench.id(0): 3, Bench.id(1): 0, Bench.id(4000): 2]])
    var session = opened(bench: Bench.workbench(qrels: qrels))
    #expect(above(session) == [1, 1])
    #expect(session.state.findAll.assessment?.absent == 1)
    session.press("0")
    #expect(above(session) == [0, 2], "what is graded now counts before the reference")
  }

  @Test func whatIsRelevantCanBeChosen() throws {
    var session = opened()
    session.press("123")
    #expect(above(session) == [3, 0] && session.state.relevantLevel == 1)
    session.press("r")
    #expect(above(session) == [2, 1] && session.state.relevantLevel == 2)
    session.press("rr")
    #expect(session.state.relevantLevel == 1)
  }

  @Test func anUndoneGradeIsShown() {
    var session = opened()
    session.press("s00s")
    let second = session.drafts[1].item
    session.press("u")
    #expect(session.drafts.last?.item == second && session.drafts.last?.decision == .withdrawn)
    let place = board(session).place.map { Bench.id($0) }
    #expect(board(session).page == .list && place == second)
  }

  // MARK: - Exporting

  @Test(arguments: [("ec", ListFormat.csv), ("ej", .json), ("et", .trec)])
  func theListIsExported(keys: String, format: ListFormat) throws {
    var session = opened()
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
    session.press("t#0<enter>")
    let before = session.effects.count
    session.press("et")
    #expect(session.effects.count == before && session.state.notice?.isWarning == true)
  }

  @Test func anotherBuildOfTheIndexStartsAnew() {
    var session = opened()
    session.send(.reopened(Bench.workbench(qrels: Qrels())))
    #expect(board(session).found != nil, "and is scored at once")
  }

  @Test func opensTheItemBeforeTheEyes() {
    var session = opened()
    session.press("jO")
    guard case .open(let request) = session.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(request.item == Bench.id(1))
  }
}

extension FindAllReply {
  fileprivate var items: ScoredItems? {
    if case .scored(let catalogue) = part { catalogue.items } else { nil }
  }
}
