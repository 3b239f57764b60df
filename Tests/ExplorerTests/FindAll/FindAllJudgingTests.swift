import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// What judgments say about a cut: grading above and below it, and the sample.
@Suite struct FindAllJudgingTests {
  @Test func gradesGoIntoTheJournal() throws {
    var session = Session.findingAll()
    session.press("3 0d")
    #expect(session.drafts.map(\.decision) == [.grade(3), .skipped, .grade(0), .cannotTell])
    let first = try #require(session.drafts.first)
    #expect(first.item == Bench.id(0) && first.seen?.place == "find-all dense 256 float32")
    #expect(first.seen?.rank == 1 && !first.isBlind)
    #expect(session.findAll.cursor == 4)
    #expect(session.relevantAbove == [1, 1])
    session.press("u")
    #expect(session.findAll.cursor == 3)
    session.press("u")
    #expect(session.relevantAbove == [1, 0])
    session.press("<ctrl-r>")
    #expect(session.relevantAbove == [1, 1])
  }

  @Test func noEstimateWithoutASample() throws {
    var session = Session.findingAll()
    for _ in 0..<25 { session.press("3") }
    let estimate = try session.estimate()
    #expect(estimate.basis == .nothing && estimate.recall == nil)
    #expect(estimate.precision?.share == 1)
    let rows = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
    let known = session.state.findAll.assessment.map { $0.decided }
    #expect(rows.contains("no estimate yet, \(known ?? -1) of the sample's 20 items judged"))
  }

  @Test func aSampleThatIsNotGradedAsAWholeIsNoResult() {
    var session = Session.findingAll()
    func shown() -> String { GoldenRows.rows(draw(session.state)).joined(separator: "\n") }
    session.press("s000")
    #expect(shown().contains("recall: no estimate yet, 3 of the sample's 20 items judged"))
    // What the line above says is not said twice.
    #expect(shown().contains("can't tell · s grades the other 17"))
    for _ in 3..<20 { session.press(session.findAll.place.map { $0 < 25 ? "3" : "0" } ?? "0") }
    #expect(!shown().contains("of the sample's") && shown().contains("recall ≈ "))
    session.press("D0")
    #expect(session.state.findAll.assessment?.isUnfinished == true)
    #expect(shown().contains("not final: 21 of the sample's 40 items judged"))
    #expect(shown().contains("go on · s grades the other 19"))
  }

  /// The suggestion and the estimate write the same interval in the same way.
  @Test func theAdviceSaysWhatTheEstimateSays() throws {
    var session = Session.findingAll()
    session.press("s")
    for _ in 0..<20 { session.press(session.findAll.place.map { $0 < 25 ? "3" : "0" } ?? "0") }
    let interval = try #require(try session.estimate().recallInterval)
    let words = ShareNotation.brief.interval(interval)
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.filter { $0.contains(words) }.count == 2, "\(rows)")
  }

  @Test func theSampleIsGradedBlindlyAndThenEstimates() throws {
    var session = Session.findingAll()
    session.press("s")
    #expect(session.findAll.page == .sample)
    let sampled = session.findAll.sampled
    #expect(sampled.count == 20, "five of each of four bands")
    #expect(Set(sampled) == Set(session.findAll.found?.sample.places(ofRounds: 1) ?? []))
    for number in 0..<20 {
      #expect(session.basis == .nothing, "\(number) of a round are no sample")
      session.press(sampled[number] < 25 ? "3" : "0")
    }
    #expect(session.drafts.allSatisfy { $0.isBlind })
    #expect(session.drafts.map(\.item) == sampled.map { Bench.id($0) })
    let first = try session.estimate()
    #expect(first.recall == 1)
    let interval = try #require(first.recallInterval)
    #expect(interval.low < 0.5, "so few items say little")
    session.press("D")
    #expect(session.findAll.rounds == 2 && session.findAll.sampled.count == 40)
    let second = try session.estimate()
    #expect(second == first, "until the second round is graded the first one stands")
    #expect(session.findAll.sampleCursor == 20)
  }

  @Test func aRowOfTheSampleHidesScoreAndRank() {
    var session = Session.findingAll()
    session.press("s")
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.contains { $0.hasPrefix("▌ 1/20 ") })
    #expect(!rows.dropFirst(13).contains { $0.contains(".8200") })
  }

  @Test func skippingLeavesTheSampleOpen() throws {
    var session = Session.findingAll()
    session.press("s ")
    #expect(session.findAll.sampleCursor == 1)
    for _ in 0..<19 { session.press("0") }
    #expect(session.findAll.sampleCursor == 0, "the skipped one comes back")
    #expect(session.basis == .nothing)
    session.press("d")
    #expect(session.basis == .sample(items: 20, rounds: 1))
  }

  @Test func judgmentsOfOtherViewsCount() throws {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.press("steel tumbler<enter>3j0<f5>")
    #expect(session.relevantAbove == [1, 1])
    session.press("<f1>gg0<f5>")
    #expect(session.relevantAbove == [0, 2])
  }

  @Test func theReferenceCountsWhereNobodyJudged() throws {
    let qrels = Qrels(["q-002": [Bench.id(0): 3, Bench.id(1): 0, Bench.id(4000): 2]])
    var session = Session.findingAll(bench: Bench.workbench(qrels: qrels))
    #expect(session.relevantAbove == [1, 1])
    #expect(session.state.findAll.assessment?.absent == 1)
    session.press("0")
    #expect(session.relevantAbove == [0, 2], "what is graded now counts before the reference")
  }

  @Test func whatIsRelevantCanBeChosen() throws {
    var session = Session.findingAll()
    session.press("123")
    #expect(session.relevantAbove == [3, 0] && session.state.relevantLevel == 1)
    session.press("r")
    #expect(session.relevantAbove == [2, 1] && session.state.relevantLevel == 2)
    session.press("rr")
    #expect(session.state.relevantLevel == 1)
  }

  @Test func anUndoneGradeIsShown() {
    var session = Session.findingAll()
    session.press("s00s")
    let second = session.drafts[1].item
    session.press("u")
    #expect(session.drafts.last?.item == second && session.drafts.last?.decision == .withdrawn)
    let place = session.findAll.place.map { Bench.id($0) }
    #expect(session.findAll.page == .list && place == second)
  }
}
