import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

@testable import Explorer

/// Numbers that are opened to show their arithmetic.
@Suite struct NumbersTests {
  private let qrels = Qrels([
    "q-001": [
      Bench.id(0): 3, Bench.id(2): 2, Bench.id(3): 3, Bench.id(6): 0, Bench.id(8): 1, Bench.id(11): 2,
      DocumentID("gone"): 3,
    ]
  ])

  private func explored(_ columns: Int = 120, _ rows: Int = 36) -> Session {
    var session = Session(columns, rows, bench: Bench.workbench(qrels: qrels))
    session.press("red striped mug<enter>")
    return session
  }

  private func listed(_ keys: String = "<f3>") -> Session {
    var session = Session(
      120, 36, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.press("<enter>" + keys)
    return session
  }

  private func screen(_ session: Session) -> [String] { GoldenRows.rows(draw(session.state)) }

  private func requests(_ session: Session) -> [OpenScoreRequest] {
    session.effects.compactMap { if case .openScore(let request) = $0 { request } else { nil } }
  }

  @Test func enterInAnOpenScoreExploresItsQuery() throws {
    var session = listed()
    session.press("jjx")
    guard case .score(let score)? = session.state.opened.last else { throw NoScore() }
    session.press("<enter>")
    #expect(session.state.opened.isEmpty && session.state.view == .explore && session.state.focus == .results)
    #expect(session.state.query == score.request.query)
    var here = explored()
    let before = here.searches.count
    here.press("X<enter>")
    #expect(here.state.opened.isEmpty && here.state.query.id == "q-001")
    #expect(here.searches.count == before, "what shows already is not asked again")
  }

  private struct NoScore: Error {}

  @Test func opensTheColumnsMeasureRankByRank() throws {
    var session = explored()
    session.press("X")
    let request = try #require(requests(session).last)
    #expect(request.query.id == "q-001" && request.plan == session.state.columns[0].settings.plan(depth: 100))
    #expect(Set(request.judged) == Set([0, 2, 3, 8, 11].map(Bench.id) + [DocumentID("gone")]))
    let rows = screen(session)
    let score = NDCG(cutoff: 10).score(ranking: (0..<10).map(Bench.id), grades: qrels["q-001"])
    #expect(rows[0].contains("nDCG@10 " + Numerals.fraction(score, decimals: 4)))
    #expect(rows[0].contains("“red striped mug”") && rows[0].contains("A dense 256 float32"))
    #expect(rows.contains { $0.contains("1      3") && $0.contains("Ridgeline enamel mug") })
    #expect(rows.contains { $0.contains("Relevant, but not among the first 100") })
    #expect(rows.contains { $0.contains("–      3") && $0.contains("gone") })
    #expect(rows.contains { $0.contains("not among the first 100") && $0.contains("lost") })
    #expect(rows.contains { $0.contains("judged 5 of 10") && $0.contains("the unjudged could make it") })
    session.press("<esc>")
    #expect(session.state.opened.isEmpty && session.state.view == .explore)
  }

  @Test func theConclusionIsTheArithmeticOfTheRows() throws {
    var session = explored()
    session.press("X")
    let row = try #require(screen(session).first { $0.contains(" = ") })
    let numbers = row.split(whereSeparator: { !"0123456789.".contains($0) }).compactMap { Double($0) }
    try #require(numbers.count == 3)
    #expect(abs(numbers[0] / numbers[1] - numbers[2]) < 0.0001)
    let adds = screen(session).compactMap { row -> Double? in
      let words = row.split(separator: " ")
      guard words.count > 5, let rank = Int(words[0]), (1...10).contains(rank) else { return nil }
      return Double(words[4])
    }
    #expect(abs(adds.reduce(0, +) - numbers[0]) < 0.001)
  }

  @Test func followsTheMeasureAndTheGrades() throws {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.press("red striped mug<enter>")
    session.answers = false
    session.press("3")
    session.answers = true
    session.press("X")
    #expect(screen(session)[0].contains("nDCG@10 1.0000"))
    #expect(screen(session).contains { $0.contains("your own grades") })
    session.press("m")
    #expect(session.state.board.measure == .reciprocalRank)
    #expect(screen(session)[0].contains("RR@10 1.0000"))
    #expect(requests(session).count == 1, "the ranking is the same")
    session.send(.judgmentFailed(token: 1, message: "disk full"))
    #expect(session.state.book.grades["q-001"].isEmpty)
    #expect(!screen(session)[0].contains("1.0000"), "the grade is gone, and so is the score")
  }

  @Test func refusesWhereThereIsNothingToOpen() {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.press("<enter>X")
    #expect(session.state.opened.isEmpty)
    #expect(session.state.notice?.text == "a measure belongs to a query: type one first (/)")
    session.press("/mug<enter>X")
    #expect(session.state.notice?.text == "nothing is judged for “mug”, so there is no score to open")
  }

  @Test func opensTheRowAndTheColumnsMeanInQueries() throws {
    var session = listed("<f3>sx")
    #expect(requests(session).last?.query.id == "q-001")
    session.press("<esc>lX")
    guard case .mean(let mean)? = session.state.opened.last else {
      Issue.record("no mean is open")
      return
    }
    #expect(mean.name.hasPrefix("B ") && mean.rows.count == session.state.board.judgedCount)
    #expect(mean.estimate.mean == session.state.board.summaries[1].mean)
    #expect(mean.rows.map(\.score) == mean.rows.map(\.score).sorted())
    let scores = mean.rows.sorted { $0.query.id < $1.query.id }.map(\.score)
    let interval = try #require(Bootstrap(seed: 1).interval(ofMean: scores))
    #expect(mean.estimate.interval == interval && interval.contains(mean.estimate.mean))
    #expect(screen(session).contains { $0.contains(" over queries · judged@10 ") })
    let loss = try #require(mean.loss)
    #expect(abs(loss.best - loss.score - loss.order - loss.cutoff - loss.unretrieved) < 1e-12)
    // The row under the cursor opens, and esc leads back one page at a time.
    session.press("jj<enter>")
    #expect(requests(session).last?.query == mean.rows[2].query)
    #expect(requests(session).last?.plan == mean.plan)
    #expect(session.state.opened.count == 2)
    session.press("<esc>")
    #expect(session.state.opened.count == 1)
    session.press("x<esc><esc>")
    #expect(session.state.opened.isEmpty && session.state.view == .queries)
  }

  /// Opened while queries are still being ranked, it says so, and is whole once they are.
  @Test func aMeanOpenedEarlyIsMadeWhole() throws {
    var session = Session(
      120, 36, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.press("<enter>")
    session.answers = false
    session.press("<f3>")
    let request = try #require(
      session.effects.compactMap { if case .rankQueries(let request) = $0 { request } else { nil } }.last)
    let parts = Bench.rankings(request).flatMap { reply in
      reply.answers.map {
        RankQueriesReply(generation: reply.generation, column: reply.column, answers: [$0])
      }
    }
    for part in parts.dropLast() { session.send(.rankedQueries(part)) }
    session.press("lX")
    #expect(screen(session)[0].contains("judged queries, not all are ranked yet"))
    guard case .mean(let early)? = session.state.opened.last else {
      Issue.record("no mean is open")
      return
    }
    session.send(.rankedQueries(try #require(parts.last)))
    guard case .mean(let whole)? = session.state.opened.last else { return }
    #expect(early.isPartial && !whole.isPartial && whole.generation != early.generation)
    #expect(whole.rows.count == session.state.board.judgedCount && !screen(session)[0].contains("not all"))
  }

  @Test func aMeanFollowsTheMeasure() {
    var session = listed("<f3>X")
    session.press("m")
    #expect(screen(session)[0].contains("mean RR@10"))
    guard case .mean(let mean)? = session.state.opened.last else {
      Issue.record("no mean is open")
      return
    }
    #expect(mean.estimate.mean == session.state.board.summaries[0].mean)
  }

  @Test func opensThePointOfACurveAndItsQueries() throws {
    var session = listed("<f4>")
    session.press("-x")
    guard case .mean(let mean)? = session.state.opened.last else {
      Issue.record("no point is open")
      return
    }
    #expect(mean.name == "dense 128 float32")
    let point = try #require(
      session.state.curves.result?.points.first { $0.configuration.label == mean.name })
    #expect(mean.estimate.mean == point.scores[0].mean.mean && mean.estimate.interval != nil)
    #expect(screen(session).contains { $0.contains(" over queries · judged@10 80%") })
    session.press("x")
    #expect(requests(session).last?.plan.dense?.dimensions == 128)
    #expect(requests(session).last?.plan.lexical == nil)
    session.press("<f1>")
    #expect(session.state.opened.isEmpty)
  }

  /// The rankings behind a point are made anew to see where its scores were lost; what can't be ranked has no loss.
  @Test func losesOfAPointAreWorkedOut() throws {
    let queries = Array(Bench.manyQueries.filter { $0.id != "q-006" }.prefix(4))
    let grades = Bench.manyGrades
    let topics = queries.map { OpenMeanRequest.Topic(query: $0, score: 0.5, grades: grades[$0.id]) }
    let plan = CurveSubject(
      queries: queries, qrels: grades, textShare: 0.5, lexical: LexicalLane(), dimensions: [64], model: 1
    ).plan(SweepConfiguration(.dense, DenseLane(dimensions: 64)))
    #expect(plan.dense?.model == 1)
    let request = OpenMeanRequest(
      generation: 7, plan: plan, measure: .ndcg, topics: topics, asksForLosses: true)
    let reply = try #require(request.answer { try Bench.ranking(of: $0, plan: plan) })
    #expect(reply.generation == 7 && reply.losses?.count == 4)
    let expected = try queries.map { query in
      ScoreLoss(
        NDCG(cutoff: 10),
        JudgedRanking(ranking: try Bench.ranking(of: query, plan: plan), grades: grades[query.id]))
    }
    #expect(reply.losses == expected)
    var mean = OpenedMean(
      .column(0, slice: nil), name: "", plan: plan, measure: .ndcg,
      rows: topics.map { OpenedMean.Row(query: $0.query, score: $0.score, loss: nil) }, hasRankings: false)
    mean.generation = 8
    mean.take(reply)
    #expect(mean.loss == nil && !mean.isComplete, "it is the answer to an older question")
    mean.generation = 7
    mean.take(reply)
    #expect(mean.isComplete && mean.loss == .mean(expected.compactMap(\.self)))
    #expect(mean.estimate.interval == Interval(low: 0.5, high: 0.5))
    struct Unreadable: Error {}
    #expect(request.answer { _ in throw Unreadable() }?.losses == [nil, nil, nil, nil])
    #expect(request.answer(isCancelled: { true }) { _ in [] } == nil)
  }

  @Test func saysWhyAQueryCanNotBeRanked() {
    var session = listed("<f3>s")
    session.press("jjjjjx")
    #expect(screen(session).contains { $0.contains("there is no such file") })
  }

  @Test func dropsARankingThatIsStale() throws {
    var session = explored()
    session.answers = false
    session.press("X")
    let stale = try #require(requests(session).last)
    session.press("<esc>X")
    session.send(.openedScore(Bench.score(stale)))
    #expect(screen(session).contains { $0.contains("ranking the query") })
    session.send(.openedScore(Bench.score(try #require(requests(session).last))))
    #expect(screen(session).contains { $0.contains("Ridgeline enamel mug") })
  }
}
