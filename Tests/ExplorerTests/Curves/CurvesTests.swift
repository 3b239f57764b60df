import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// The Curves view by its keys.
@Suite struct CurvesTests {
  private func session(_ keys: String = "<f4>", answers: Bool = true) -> Session {
    var session = Session(
      120, 36, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.press("<enter>")
    session.answers = answers
    session.press(keys)
    return session
  }

  private func requests(_ session: Session) -> [MeasureCurvesRequest] {
    session.effects.compactMap { if case .measureCurves(let request) = $0 { request } else { nil } }
  }

  private func rows(_ session: Session) -> [String] { GoldenRows.rows(draw(session.state)) }

  @Test func measuresTheJudgedQueriesOnce() throws {
    var session = session()
    let request = try #require(requests(session).first)
    #expect(request.subject.queries.map(\.id) == Bench.manyQueries.dropLast(8).map(\.id))
    #expect(request.subject.configurations.count == 2 * 3 * 5 + 1)
    session.press("ge<enter><f4>mbc")
    #expect(requests(session).count == 1, "the same queries, grades and vectors give the same curves")
  }

  @Test func goesOnWithTheKeyOfTheView() {
    var session = session(answers: false)
    session.press("<esc>")
    #expect(session.state.notice?.text == "stopped; F4 goes on")
    session.press("gc")
    #expect(requests(session).count == 2 && requests(session)[0].subject == requests(session)[1].subject)
    session.press("gc")
    #expect(requests(session).count == 2, "what is under way is not asked again")
  }

  @Test func saysThatTheFunnelHasNoPointToOpen() {
    var session = session()
    session.press("tx")
    #expect(session.state.notice?.text == "x opens a point of a curve; t shows the curves")
    session.press("tx")
    #expect(session.state.context == .number)
  }

  @Test func measuresAgainWhenGradesChange() {
    var session = Session(
      120, 36, bench: Bench.workbench(queries: Bench.queries, qrels: Qrels()))
    session.press("red striped mug<enter>3<f4>")
    #expect(requests(session).count == 1)
    session.press("<f1>2<f4>")
    #expect(requests(session).count == 2)
    session.press("u")
    #expect(requests(session).count == 3)
  }

  @Test func showsProgressStopsAndGoesOn() throws {
    var session = session(answers: false)
    let request = try #require(requests(session).first)
    session.send(
      .measuredCurves(MeasureCurvesReply(generation: request.generation, .progress(done: 30, total: 120))))
    #expect(rows(session)[0].contains("measuring 25%"))
    #expect(session.press("<esc>") == [.stopMeasuringCurves])
    #expect(rows(session)[0].contains("stopped"))
    session.send(
      .measuredCurves(
        MeasureCurvesReply(
          generation: request.generation, .curves(Bench.curves(request), queries: request.subject.queries))))
    #expect(session.state.curves.result == nil, "an answer to what was stopped is stale")
    session.press("<f1><f4>")
    #expect(requests(session).count == 2)
  }

  @Test func keepsTheCurvesWhileNewerOnesAreMeasured() throws {
    var session = session()
    session.answers = false
    // Another share of text makes other vectors.
    session.press("<f1><tab><tab><tab><tab>")
    for _ in 0..<4 where requests(session).count < 2 { session.press("<f1><tab><right><f4>") }
    let newer = try #require(requests(session).last)
    #expect(requests(session).count == 2 && session.state.curves.result != nil)
    #expect(rows(session)[0].contains("measuring"))
    session.send(.measuredCurves(MeasureCurvesReply(generation: newer.generation, .failed("no vectors"))))
    #expect(rows(session).contains { $0.contains("no vectors") })
  }

  @Test func switchesMeasureModeAndPrecision() {
    var session = session()
    #expect(rows(session)[0].contains("nDCG@10 · dense"))
    session.press("mc")
    #expect(rows(session)[0].contains("RR@10 · hybrid"))
    session.press("Mc")
    #expect(rows(session)[0].contains("nDCG@10 · dense"))
    let before = rows(session)
    session.press("j")
    #expect(rows(session) != before)
    session.press("k")
    #expect(rows(session) == before)
  }

  @Test func walksTheFunnel() throws {
    var session = session("<f4>t")
    #expect(rows(session)[0].contains("funnel"))
    let answer = try #require(session.state.curves.answer)
    func lost() -> Int { session.state.curves.lost.count }
    let atFirst = lost()
    session.press("l")
    #expect(lost() <= atFirst)
    session.press("hh")
    #expect(lost() >= atFirst)
    let few = lost()
    session.press("-")
    #expect(lost() >= few, "a shorter coarse stage loses no less")
    session.press("hhhhhh------")
    #expect(session.state.curves.lost == answer.funnel.stages[0].lost(by: 25))
    // Every lost item stands beside the shortlist that would save it.
    let first = session.state.curves.lost[0]
    let row = try #require(rows(session).last { $0.hasPrefix("▌") })
    #expect(row.contains(first.coarseRank.map { "\($0)" } ?? "never"))
  }

  @Test func opensTheQueryOfALostItem() throws {
    var session = session("<f4>thh-j")
    let chosen = session.state.curves.lost[1]
    session.press("<enter>")
    #expect(session.state.view == .explore && session.state.query.id == chosen.query)
  }

  @Test func saysWhatIsMissing() {
    var session = Session(80, 24, bench: Bench.workbench(queries: Bench.queries, qrels: Qrels()))
    session.press("<enter><f4>tjkhl-=<enter>mMbc")
    #expect(requests(session).isEmpty && session.state.view == .curves)
    #expect(rows(session).contains { $0.contains("No query of the set is judged yet") })
  }
}
