import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Columns that wait for vectors in another format.
@Suite struct DerivingTests {
  /// Product quantisation was chosen and is being derived.
  private func deriving() throws -> (Session, SearchRequest) {
    var session = Session()
    session.press("red mug<enter>")
    session.answers = false
    while session.state.columns[0].settings.precision != .product { session.press("b") }
    let request = try #require(session.searches.last)
    #expect(request.plan.dense?.precision == .product)
    session.send(.deriving(column: 0, generation: request.generation, share: 0.345))
    return (session, request)
  }

  private func rows(_ session: Session) -> [String] { GoldenRows.rows(draw(session.state)) }

  @Test func showsHowFarTheVectorsAre() throws {
    var (session, request) = try deriving()
    #expect(rows(session).last?.contains("A: deriving pq vectors, 34% · esc goes back to float32") == true)
    #expect(rows(session)[1].contains("deriving 34%"))
    session.send(.deriving(column: 0, generation: request.generation - 1, share: 0.9))
    #expect(session.state.columns[0].derivation == 0.345, "what is stale is not shown")
    session.send(Bench.answer(request))
    #expect(session.state.columns[0].derivation == nil && rows(session).last?.contains("deriving") == false)
    #expect(session.state.columns[0].ranking?.plan.dense?.precision == .product)
  }

  @Test func goesBackToWhatWasAnsweredLast() throws {
    var (session, stale) = try deriving()
    let effects = session.press("<esc>")
    guard case .search(let request)? = effects.first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(effects.count == 1 && request.plan.dense?.precision == .float32)
    #expect(session.state.columns[0].settings.precision == .float32 && session.state.view == .explore)
    #expect(session.state.columns[0].derivation == nil)
    session.send(Bench.answer(stale))
    #expect(session.state.columns[0].isWaiting, "an answer that was given up is dropped")
    session.send(.deriving(column: 0, generation: stale.generation, share: 0.5))
    #expect(session.state.columns[0].derivation == nil)
  }

  @Test func rankingTheSetSaysWhatIsDerivedForIt() throws {
    var session = Session(
      120, 36, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.answers = false
    session.press("<enter><f3>")
    let request = try #require(
      session.effects.compactMap { if case .rankQueries(let request) = $0 { request } else { nil } }.last)
    session.send(.derivingForQueries(generation: request.generation, share: 0.345))
    session.send(.derivingForQueries(generation: request.generation - 1, share: 0.9))
    #expect(rows(session)[0].contains("deriving vectors 34% · esc stops"))
    #expect(session.press("<esc>").contains(.stopRankingQueries))
    #expect(!rows(session)[0].contains("deriving"))
    session.press("<f1><f3>")
    let again = try #require(
      session.effects.compactMap { if case .rankQueries(let request) = $0 { request } else { nil } }.last)
    session.send(.derivingForQueries(generation: again.generation, share: 0.5))
    #expect(rows(session)[0].contains("deriving vectors 50%"))
    for reply in Bench.rankings(again).prefix(1) { session.send(.rankedQueries(reply)) }
    #expect(!rows(session)[0].contains("deriving"), "what ranks is derived")
  }

  @Test func labellingSaysWhatIsDerivedForIt() throws {
    var session = Session()
    session.press("red mug<enter>")
    session.answers = false
    session.press("<f2>")
    let request = try #require(session.queueRequests.last)
    session.send(
      .queueProgress(QueueProgress(generation: request.generation, done: 0, total: 1, derivation: 0.345)))
    #expect(rows(session).contains { $0.contains("deriving vectors: 34%") })
    #expect(session.press("<esc>").contains(.stopQueue))
  }

  @Test func staysWhileOtherThingsAreDone() throws {
    var (session, _) = try deriving()
    session.press("/s")
    #expect(session.state.columns[0].derivation == 0.345, "what is typed does not begin anew")
    session.press("<enter>j")
    #expect(rows(session).last?.contains("deriving pq") == true)
    session.press("-")
    #expect(session.state.columns[0].derivation == nil, "another length is another set of vectors")
  }
}
