import Relevance
import TerminalUI
import TestSupport
import Testing

@testable import Explorer

/// The slices of the query set in the Queries view.
@Suite struct SlicesTests {
  private func session(_ columns: Int = 120, _ rows: Int = 36, keys: String = "") -> Session {
    var session = Session(
      columns, rows, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.judgesPairs = true
    session.press("<enter><f3>t" + keys)
    return session
  }

  private func screen(_ session: Session) -> [String] { GoldenRows.rows(draw(session.state)) }

  /// Intervals and p values are those of the commands, which take queries by id, whatever the order of the set is.
  @Test func theOrderOfTheSetChangesNoNumber() throws {
    var random = SeededGenerator(seed: 5)
    let topics = (0..<30).map { number in
      ComparePairRequest.Topic(
        query: QueryID("q\(number)"), left: (0..<10).map(Bench.id).shuffled(using: &random),
        right: (0..<10).map(Bench.id).shuffled(using: &random),
        grades: Dictionary(uniqueKeysWithValues: (0..<6).map { (Bench.id($0), $0 % 4) }),
        slice: number % 3 == 0 ? "caf\u{e9}" : "cafe\u{301}")
    }
    func reply(_ topics: [ComparePairRequest.Topic]) throws -> ComparePairReply {
      try #require(
        ComparePairRequest(generation: 1, measure: .ndcg, topics: topics, possible: 0...3).answer())
    }
    let (forward, backward) = (try reply(topics), try reply(topics.reversed()))
    #expect(forward.comparison == backward.comparison)
    #expect(forward.slices.map(\.comparison.queryCount) == [10, 20])
    #expect(backward.slices == forward.slices.reversed())
    let byID = topics.sorted { $0.query < $1.query }
    let scores = { (rank: (ComparePairRequest.Topic) -> [DocumentID]) in
      byID.map { NDCG(cutoff: 10).score(ranking: rank($0), grades: $0.grades) }
    }
    let expected = PairedComparison(
      scores(\.right), against: scores(\.left), method: ComparisonMethod(seed: ComparePairRequest.seed))
    #expect(forward.comparison == expected)
  }

  @Test func comparesWithinEachSlice() throws {
    let session = session()
    let slices = session.state.board.slices
    #expect(Set(slices.map(\.name)) == ["visual", "attribute", "(none)", "long", "other script", "picture"])
    let judged = session.state.board.rows.filter { $0.judged > 0 }
    for slice in slices {
      let rows = judged.filter { $0.slice == slice.name }
      let deltas = rows.compactMap { $0.difference(ColumnPair(left: 0, right: 1)) }
      #expect(slice.comparison.queryCount == rows.count && deltas.count == rows.count)
      #expect(abs(slice.comparison.delta.mean - deltas.reduce(0, +) / Double(deltas.count)) < 1e-12)
      #expect(abs(slice.right - slice.left - slice.comparison.delta.mean) < 1e-12)
      #expect(slice.comparison.adjustedP.map { $0 >= slice.comparison.randomisation?.p ?? 0 } ?? true)
    }
    #expect(slices.reduce(0) { $0 + $1.comparison.queryCount } == judged.count)
  }

  @Test func sortsThem() {
    var session = session()
    func means() -> [Double] { session.state.board.slices.map { abs($0.comparison.delta.mean) } }
    #expect(means() == means().sorted(by: >))
    session.press("o")
    let sizes = session.state.board.slices.map(\.comparison.queryCount)
    #expect(sizes == sizes.sorted(by: >))
    session.press("b")
    let worst = session.state.board.slices.map(\.left)
    #expect(worst == worst.sorted())
    session.press("lsb")
    let right = session.state.board.slices.map(\.right)
    #expect(right == right.sorted())
  }

  @Test func listsTheQueriesOfASliceAndReturns() throws {
    var session = session(keys: "o")
    let name = try #require(session.state.board.slices.dropFirst().first?.name)
    session.press("j<enter>")
    #expect(session.state.board.slice == name && session.state.board.page == .queries)
    let count = session.state.board.rows.count { $0.slice == name }
    #expect(session.state.board.shown.count == count && count > 1)
    #expect(screen(session)[0].contains("slice \(name)"))
    session.press("j")
    #expect(session.state.board.rows[session.state.board.cursor].slice == name)
    session.press("<esc>")
    #expect(session.state.board.slice == nil && session.state.board.page == .slices)
    session.press("t")
    #expect(session.state.board.shown.count == session.state.board.rows.count)
    session.press("<esc>")
    #expect(session.state.view == .explore)
  }

  /// A table under new headings with the numbers of before would have the wrong signs.
  @Test(arguments: ["p", "m"]) func showsNoNumbersOfBefore(key: String) {
    var session = session()
    let before = session.state.board.slices
    session.judgesPairs = false
    session.press("j" + key)
    #expect(!before.isEmpty && session.state.board.slices.isEmpty)
    #expect(screen(session).contains { $0.contains("Working it out") })
    #expect(session.state.board.sliceCursor == 1, "the cursor stays where it was")
    guard key == "p", case .comparePair(let request)? = session.effects.last, let reply = request.answer()
    else { return }
    session.send(.comparedPair(reply))
    let flipped = session.state.board.slices
    #expect(flipped.map(\.name) == before.map(\.name))
    #expect(
      zip(flipped, before).allSatisfy { abs($0.comparison.delta.mean + $1.comparison.delta.mean) < 1e-12 })
  }

  @Test(arguments: ["x", "<enter>X"]) func opensTheMeanOfTheSlice(keys: String) throws {
    var session = session(keys: "oj")
    let slice = try #require(session.state.board.slices.dropFirst().first)
    session.press(keys)
    guard case .mean(let mean)? = session.state.opened.last else { return #expect(Bool(false), "no mean") }
    #expect(abs(mean.estimate.mean - slice.left) < 1e-12)
    #expect(mean.rows.count == slice.comparison.queryCount)
    #expect(screen(session)[0].contains("slice \(slice.name)"))
    session.press("m")
    guard case .mean(let other)? = session.state.opened.last else { return #expect(Bool(false), "no mean") }
    #expect(other.measure != mean.measure && other.rows.count == mean.rows.count)
  }

  @Test func theHeadIsAboutTheSlice() throws {
    var session = session(170, 40, keys: "o")
    let all = session.state.board.summaries[0].mean
    let slice = try #require(session.state.board.slices.dropFirst().first)
    session.press("j<enter>")
    #expect(abs(try #require(session.state.board.summaries[0].mean) - slice.left) < 1e-12)
    let count = session.state.board.shown.count
    #expect(screen(session)[0].contains("\(slice.comparison.queryCount) of \(count) queries judged"))
    let record = slice.comparison.record
    #expect(
      screen(session).contains {
        $0.contains("\(record.wins) better \(record.ties) equal \(record.losses) worse")
      })
    #expect(slice.stopping.unjudged <= session.state.board.verdict.answer?.stopping.unjudged ?? 0)
    session.press("t")
    #expect(session.state.board.slice == nil && session.state.board.summaries[0].mean == all)
    #expect(!screen(session)[0].contains("slice \(slice.name)"))
  }

  @Test func listsTheQueriesWithoutASlice() throws {
    var session = session()
    let place = try #require(session.state.board.slices.firstIndex { $0.name == "(none)" })
    session.press(String(repeating: "j", count: place) + "<enter>")
    #expect(session.state.board.shown.count == Bench.manyQueries.count { $0.kind == nil })
  }

  @Test func comesWithWhatStandsAroundTheQuery() {
    for place in Bench.manyQueries.indices where place.isMultiple(of: 3) {
      var session = Session(
        120, 18, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
      session.press("<enter>" + String(repeating: "]", count: place + 1) + "<f3>")
      let board = session.state.board
      let visible = QueriesLayout(session.state).rows.rows
      let wanted = max(0, min(board.shownCursor - visible / 2, board.shown.count - visible))
      #expect(board.scroll == wanted, "row \(board.shownCursor) of \(board.shown.count)")
      session.press("j")
      #expect(session.state.board.scroll <= wanted + 1, "moving scrolls no more than needed")
    }
  }

  @Test func aJumpInExploreLeavesNoQueryOut() {
    var session = session(keys: "o<enter><f1>")
    let before = session.state.board.slice
    #expect(before != nil)
    session.press("}")
    #expect(session.state.board.slice == nil)
  }

  @Test func saysThatNoSliceIsNamed() {
    var session = Session(120, 36, bench: Bench.workbench(queries: [Query(id: "q", text: "mug")]))
    session.press("<enter><f3>t")
    #expect(session.state.notice?.text.contains("no query of the set names a slice") == true)
    #expect(session.state.board.page == .queries)
  }
}
