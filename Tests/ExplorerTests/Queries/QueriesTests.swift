import Relevance
import Retrieval
import TerminalUI
import Testing

@testable import Explorer

/// The Queries view by its keys.
@Suite struct QueriesTests {
  private func session(_ keys: String = "<f3>", queries: [Query] = Bench.manyQueries) -> Session {
    var session = Session(120, 36, bench: Bench.workbench(queries: queries, qrels: Bench.manyGrades))
    session.press("<enter>" + keys)
    return session
  }

  private func requests(_ session: Session) -> [RankQueriesRequest] {
    session.effects.compactMap { if case .rankQueries(let request) = $0 { request } else { nil } }
  }

  private func firstRow(_ session: Session) -> String {
    GoldenRows.rows(draw(session.state)).first { $0.hasPrefix("▌") } ?? ""
  }

  @Test func ranksTheWholeSetOnceForEachColumn() throws {
    var session = session()
    let request = try #require(requests(session).first)
    #expect(request.jobs.map(\.column) == [0, 1])
    #expect(request.jobs.allSatisfy { $0.places == Array(Bench.manyQueries.indices) })
    session.press("ge<enter><f3>")
    #expect(requests(session).count == 1, "what is known is not asked again")
  }

  @Test func ranksOnlyTheColumnThatChanged() throws {
    var session = session("<f3><f1>lN<f3>")
    let last = try #require(requests(session).last)
    #expect(requests(session).count == 2 && last.jobs.map(\.column) == [1])
    // Back to what was there before: that is another change.
    session.press("ge--<f3>")
    #expect(requests(session).count == 3)
  }

  @Test func asksOnlyForWhatIsMissingAfterAStop() throws {
    var session = session("")
    session.answers = false
    session.press("<f3>")
    let request = try #require(requests(session).first)
    let some = Bench.rankings(request).map {
      RankQueriesReply(generation: $0.generation, column: $0.column, answers: Array($0.answers.prefix(5)))
    }
    for reply in some { session.send(.rankedQueries(reply)) }
    #expect(session.press("<esc>") == [.stopRankingQueries])
    #expect(GoldenRows.rows(draw(session.state))[0].contains("stopped at 10 of 80"))
    // What was under way when it was stopped is stale.
    session.send(.rankedQueries(Bench.rankings(request)[0]))
    #expect(GoldenRows.rows(draw(session.state))[0].contains("stopped at 10 of 80"))
    #expect(session.state.notice?.text == "stopped; F3 goes on")
    session.press("<f3>")
    #expect(requests(session).last?.jobs.map(\.places) == [Array(5..<40), Array(5..<40)])
  }

  @Test func whatAColumnCanNotAnswerHasNoScoreAndIsInNoMean() throws {
    // Words alone can't answer the query that is only a picture.
    let session = session("c<f3>")
    let place = try #require(Bench.manyQueries.firstIndex { $0.id == "q-006" })
    let row = session.state.board.rows[place]
    #expect(row.judged > 0 && row.cells[0]?.score == nil && row.cells[1]?.score != nil)
    let pair = try #require(session.state.comparedPair)
    #expect(row.difference(pair) == nil && row.overlap == nil)
    let others = session.state.board.rows.indices.filter { $0 != place }
      .compactMap { session.state.board.rows[$0].cells[0]?.score }
    let mean = try #require(session.state.board.summaries[0].mean)
    #expect(others.count == 31 && abs(mean - others.reduce(0, +) / Double(others.count)) < 1e-12)
    #expect(session.state.board.summaries[0].failures == 1)
    let comparisons = session.effects.compactMap {
      if case .comparePair(let request) = $0 { request } else { nil }
    }
    #expect(
      comparisons.last?.topics.count == 39
        && comparisons.last?.topics.contains { $0.query == "q-006" } == false)
    var opened = session
    opened.press("X")
    guard case .mean(let means)? = opened.state.opened.last else { throw Unexpected() }
    #expect(means.rows.count == 31 && !means.rows.contains { $0.query.id == "q-006" })
    var sorted = session
    sorted.press("s")
    let line = GoldenRows.rows(draw(sorted.state)).first { $0.contains("queries/mug.jpg") }
    #expect(line?.contains(" .000") == false && line?.contains("  – ") == true, "\(line ?? "")")
  }

  private struct Unexpected: Error {}

  @Test func dropsRankingsOfOlderColumns() throws {
    var session = session("")
    session.answers = false
    session.press("<f3>")
    let stale = try #require(requests(session).first)
    session.press("<f1>lc<f3>")
    let fresh = try #require(requests(session).last)
    #expect(fresh.generation > stale.generation)
    let before = session.state
    for reply in Bench.rankings(stale) { session.send(.rankedQueries(reply)) }
    #expect(session.state == before)
  }

  @Test(arguments: ["za", "zaza", "zx", "z}"])
  func rankingsMayComeWhenThereAreOtherColumns(_ keys: String) throws {
    var session = session("")
    session.answers = false
    session.press("<f3>")
    let request = try #require(requests(session).first)
    session.press("<f1>" + keys)
    for reply in Bench.rankings(request) { session.send(.rankedQueries(reply)) }
    session.answers = true
    session.press("<f3>sdbo")
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows[0].contains("32 of 40 queries judged") && rows[0].contains("[o unjudged]"), "\(rows[0])")
  }

  @Test func sortsByDifferenceWorstUnjudgedAndAsInTheSet() {
    var session = session()
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows[0].contains("[d difference]"))
    session.press("s")
    #expect(firstRow(session).contains("red striped mug"))
    session.press("b")
    let worst = firstRow(session)
    #expect(worst.contains(" .0") || worst.contains(" .1"), "\(worst)")
    session.press("o")
    #expect(GoldenRows.rows(draw(session.state))[0].contains("[o unjudged]"))
    #expect(firstRow(session).hasSuffix("12"), "nothing of the query is judged")
  }

  @Test func switchesTheMeasureRoundAndRound() {
    var session = session()
    var titles: [String] = []
    for _ in MeasureChoice.allCases {
      session.press("m")
      titles.append(session.state.board.measure.title)
    }
    #expect(titles.last == "nDCG@10" && Set(titles).count == MeasureChoice.allCases.count)
    session.press("M")
    #expect(session.state.board.measure == MeasureChoice.allCases.last)
  }

  @Test func judgesThePairAgainWhenMeasureGradesOrColumnChange() {
    var session = session()
    func questions() -> Int {
      session.effects.count { if case .comparePair = $0 { true } else { false } }
    }
    #expect(questions() == 1)
    session.press("jjkd")
    #expect(questions() == 1, "moving and sorting change nothing")
    session.press("m")
    #expect(questions() == 2)
  }

  @Test func opensTheQueryInTheExplorer() {
    var session = session()
    session.press("sjj<enter>")
    #expect(session.state.view == .explore && session.state.query.id == "q-003")
    #expect(session.state.focus == .results && session.state.position == 2)
    #expect(session.searches.suffix(2).allSatisfy { $0.query.id == "q-003" })
    session.press("<f3>L")
    #expect(session.state.view == .label && session.state.query.id == "q-003")
    session.press("<f1>")
    // Coming back, the cursor stands on the query that was looked at.
    session.press("]<f3>")
    #expect(firstRow(session).contains("thermal travel tumbler"))
  }

  @Test func jumpsFromTheExplorerToTheQueryThatDiffersNextMost() {
    var session = session("")
    session.press("}")
    // Nothing was ranked before, so that the jump waited for it.
    #expect(requests(session).count == 1 && session.state.position != nil)
    let most = session.state.position
    session.press("}")
    #expect(session.state.position != most)
    session.press("{")
    #expect(session.state.position == most)
    session.press("{")
    #expect(session.state.position == most && session.state.notice?.text == "the columns differ most here")
    session.press("<f3>sd")
    #expect(session.state.board.cursor == most)
    session.press("N")
    #expect(session.state.board.cursor != most)
    session.press("{")
    #expect(session.state.board.cursor == most)
  }

  @Test(arguments: ["s", "d", "b", "o"]) func theSameOrderAgainIsReversed(key: String) {
    var session = session()
    session.press(key == "d" ? "sd" : key)
    let forwards = session.state.board
    session.press(key)
    let backwards = session.state.board
    #expect(backwards.isReversed && backwards.order == forwards.order)
    #expect(GoldenRows.rows(draw(session.state))[0].contains("↑]"))
    // What has no score stays last.
    let unscored = forwards.shown.filter { forwards.rows[$0].judged == 0 }
    #expect(!unscored.isEmpty)
    if key == "b" { #expect(backwards.shown.suffix(unscored.count) == forwards.shown.suffix(unscored.count)) }
    if key == "d" { #expect(Set(backwards.shown.suffix(unscored.count)) == Set(unscored)) }
    if key == "s" { #expect(backwards.shown == forwards.shown.reversed()) }
    #expect(backwards.shown != forwards.shown && backwards.shown.sorted() == forwards.shown.sorted())
    session.press(key)
    #expect(session.state.board.shown == forwards.shown)
    session.press(key + (key == "s" ? "d" : "s"))
    #expect(!session.state.board.isReversed, "another order begins as it always does")
  }

  @Test func saysWhatAJumpWaitsForUntilItIsMade() throws {
    var session = session("")
    func status() -> String { GoldenRows.rows(draw(session.state)).last ?? "" }
    session.answers = false
    session.press("}")
    let request = try #require(requests(session).last)
    let total = request.queries.count * 2
    #expect(status().contains("ranking the query set first: 0 of \(total)"))
    let replies = Bench.rankings(request)
    session.send(.rankedQueries(replies[0]))
    #expect(status().contains("ranking the query set first: \(replies[0].answers.count) of \(total)"))
    for reply in replies.dropFirst() { session.send(.rankedQueries(reply)) }
    #expect(session.state.position != nil && !status().contains("ranking the query set"))
    session.press("/x<enter>")
    session.press("-}")
    #expect(status().contains("ranking the query set first"))
    session.send(.reopened(Bench.workbench()))
    session.press("j")
    #expect(!status().contains("ranking the query set"), "nothing is ranked any more")
  }

  @Test func saysWhatIsMissing() {
    var session = Session(80, 24, bench: Bench.workbench(queries: []))
    session.press("<enter>}")
    #expect(session.state.notice?.text == "no query set is open")
    session.press("<f3>}jkGmbdo<enter>")
    #expect(session.effects.allSatisfy { if case .rankQueries = $0 { false } else { true } })
    #expect(session.state.view == .queries)
  }

  @Test func measuresByGradesGivenHereWhereTheReferenceHasNone() {
    var session = Session(120, 36, bench: Bench.workbench(queries: Bench.queries, qrels: Qrels()))
    session.press("red striped mug<enter>3j0<f3>")
    #expect(GoldenRows.rows(draw(session.state))[0].contains("1 of 3 queries judged"))
    session.press("u")
    session.press("u")
    #expect(GoldenRows.rows(draw(session.state))[0].contains("0 of 3 queries judged"))
  }

  @Test func forgetsRankingsOfAnotherBuild() {
    var session = session()
    session.send(.reopened(Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades)))
    #expect(requests(session).count == 2)
  }
}
