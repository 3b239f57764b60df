import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Which columns there are.
@Suite struct ColumnsTests {
  private func names(_ session: Session) -> [String] { session.state.columns.map(\.settings.name) }

  private func searches(_ effects: [Effect]) -> [SearchRequest] {
    effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }

  @Test func addsTheUsualColumnsThatAreNotThereYetAndThenCopies() {
    var session = Session()
    session.press("mug<enter>")
    let added = session.press("za")
    #expect(names(session) == ["dense 256 float32", "lexical bm25f", "hybrid w .10 256 float32"])
    #expect(session.state.focusedColumn == 1)
    #expect(searches(added).map(\.column) == [1], "the others have their answers")
    let copied = session.press("za")
    #expect(names(session).suffix(3).prefix(2) == ["lexical bm25f", "lexical bm25f"])
    #expect(searches(copied).isEmpty && session.state.columns.allSatisfy { $0.ranking != nil })
    #expect(session.press("za").isEmpty)
    #expect(session.state.notice?.text == "4 columns are the most; zx removes one")
  }

  @Test func asksFirstWhatLooksDeepest() {
    var session = Session()
    // Fusing looks at a thousand items of each lane, a list of its own at a hundred of the same ones.
    #expect(searches(session.press("m")).map(\.column) == [1, 0])
    session.press("ug<enter>L/")
    #expect(searches(session.press("s")).map(\.column) == [0, 1])
    session.press("<enter>lc/")
    #expect(names(session) == ["hybrid w .10 256 float32", "lexical bm25f"])
    #expect(searches(session.press("x")).map(\.column) == [0, 1])
  }

  @Test func duplicatesTheFocusedColumnWithAllItsSettings() {
    var session = Session()
    session.press("mug<enter>l--tFzd")
    #expect(session.state.columns.count == 3 && session.state.focusedColumn == 2)
    #expect(session.state.columns[1].settings == session.state.columns[2].settings)
    session.press("=")
    #expect(session.state.columns[1].settings != session.state.columns[2].settings, "each has its own")
  }

  @Test func removesAllButOne() {
    var session = Session()
    session.press("mug<enter>zazx")
    #expect(names(session) == ["dense 256 float32", "hybrid w .10 256 float32"])
    session.press("zx")
    #expect(names(session) == ["dense 256 float32"] && session.state.focusedColumn == 0)
    session.press("zx")
    #expect(session.state.columns.count == 1)
    #expect(session.state.notice?.text == "one column has to stay")
    #expect(session.state.comparison(of: 0) == nil)
  }

  @Test func movesAColumnWithItsAnswer() {
    var session = Session()
    session.press("mug<enter>")
    let moved = session.press("L")
    #expect(names(session) == ["hybrid w .10 256 float32", "dense 256 float32"])
    #expect(session.state.focusedColumn == 1 && searches(moved).isEmpty)
    #expect(session.press("L").isEmpty, "it is the last one")
    session.press("H")
    #expect(names(session) == ["dense 256 float32", "hybrid w .10 256 float32"])
  }

  @Test func asksAgainInItsNewPlaceForWhatIsDue() throws {
    var session = Session()
    session.press("mug<enter>")
    session.answers = false
    session.press("-")
    let late = try #require(session.searches.last)
    let effects = session.press("L")
    #expect(effects.first == .forgetHeldSearches)
    #expect(searches(effects).map(\.column) == [1], "only the one that waits")
    session.send(Bench.answer(late))
    #expect(session.state.columns[1].isWaiting, "an answer to the column's former place is stale")
    for request in searches(effects) { session.send(Bench.answer(request)) }
    #expect(!session.state.isWaiting)
    #expect(session.state.columns[1].ranking?.plan.dense?.dimensions == 128)
  }

  @Test func goesBackToTheColumnsBefore() {
    var session = Session()
    session.press("mug<enter>")
    let before = session.state.arrangement
    session.press("zaLzxzx")
    #expect(session.state.columns.count == 1)
    session.press("zuzuzuzu")
    #expect(session.state.arrangement == before)
    #expect(session.state.columns.allSatisfy { $0.ranking != nil && !$0.isWaiting })
    session.press("zu")
    #expect(session.state.notice?.text == "the columns are those of the beginning")
  }

  @Test func filtersOneColumnAlone() throws {
    var session = Session()
    session.press("mug<enter>lzfbrand:Camden price:<less>9<enter>")
    let last = try #require(session.searches.last)
    #expect(last.column == 1 && last.plan.filter == "brand:Camden price:<9")
    #expect(session.state.columns[1].settings.name.hasSuffix("float32 [brand:Camden price:<9]"))
    #expect(session.state.columns[0].settings.filter.isEmpty)
    #expect(session.state.columns[1].ranking?.query == session.state.columns[0].ranking?.query)
    session.press("zf<ctrl-u><esc>")
    #expect(session.state.columns[1].settings.filter == "brand:Camden price:<9", "esc leaves it as it was")
    session.press("zf<ctrl-u><enter>")
    #expect(session.searches.last?.plan.filter == "")
    let count = session.searches.count
    session.press("zf<enter>")
    #expect(session.searches.count == count, "nothing changed")
  }

  @Test("What a column's own filter may exclude is neither new nor gone, though all it found is listed")
  func whatAFilterExcludesIsUnlisted() throws {
    var session = Session()
    func lost(_ session: Session) throws -> Set<Comparison.Movement> {
      let (left, right) = (session.state.columns[0].ranking, session.state.columns[1].ranking)
      let comparison = try #require(Comparison(left: left, right: right))
      return Set(
        try #require(right).outcome.items.filter { left?.ranks[$0.ordinal] == nil }
          .map(comparison.movement))
    }
    func head(_ session: Session) -> String { GoldenScreen.rows(of: draw(session.state))[2] }
    session.press("mug<enter>")
    #expect(try lost(session) == [.new] && head(session).contains(" gone"))
    session.press("zfbrand:Camden<enter>")
    #expect(try lost(session) == [.unlisted] && head(session).contains(" gone"))
    session.press("lzfbrand:Camden<enter>")
    #expect(try lost(session) == [.new], "both exclude the same")
    session.press("hzf<ctrl-u><enter>")
    #expect(try lost(session) == [.new])
    #expect(head(session).contains(" unlisted") && !head(session).contains(" gone"))
  }

  @Test func aFilterThatCannotBeReadComesBackMarked() throws {
    var session = Session()
    session.press("mug<enter>zfbrand:Camden<enter>")
    let shown = session.state.ranking
    session.press("zf<ctrl-u> price:<less><enter>")
    let prompt = try #require(session.state.columnPrompt)
    #expect(prompt.field.text == " price:<" && prompt.fault == 7..<7)
    #expect(session.state.notice?.text == "a value is missing" && session.state.notice?.isWarning == true)
    #expect(session.state.columns[0].settings.filter == "brand:Camden", "what was answered stays")
    #expect(session.state.ranking?.cards == shown?.cards && session.state.columns[0].failure == nil)
    let marked = draw(session.state)
    session.press("9")
    #expect(session.state.columnPrompt?.fault == nil && session.state.notice == nil)
    #expect(draw(session.state) != marked)
    session.press("<enter>")
    #expect(session.state.columnPrompt == nil)
    #expect(session.state.columns[0].settings.filter == "price:<9")
  }

  /// What is asked before the answer comes has the same filters.
  @Test func aFilterComesBackWhenAnotherSearchOvertookIt() throws {
    var session = Session()
    session.press("mug<enter>zfbrand:Camden<enter>")
    session.answers = false
    session.press("zf<ctrl-u>price:<less><enter>")
    let first = try #require(session.searches.last)
    session.press("-")
    let second = try #require(session.searches.last)
    #expect(second.plan.filter == "price:<" && second.generation > first.generation)
    for request in [first, second] {
      session.send(
        .searchFailed(
          column: 0, generation: request.generation, try #require(Bench.failure(request))))
    }
    #expect(session.state.columnPrompt?.field.text == "price:<" && session.state.columnPrompt?.fault == 7..<7)
    #expect(session.state.columns[0].settings.filter == "brand:Camden")
    #expect(session.state.columns[0].settings.dimensions == 128, "what was asked meanwhile stays")
  }

  /// Such as by an index that was opened anew and lacks a field.
  @Test func aFilterThatIsRefusedLaterSaysThatItIsAFilter() throws {
    var session = Session()
    session.press("mug<enter>zfbrand:Camden<enter>")
    session.answers = false
    session.send(.reopened(Bench.workbench()))
    let request = try #require(session.searches.last { $0.column == 0 })
    session.send(
      .searchFailed(
        column: 0, generation: request.generation,
        SearchFailure(
          "the filter 'brand:Camden' of a column can't be read: it is not only filters",
          brief: "it is not only filters", range: 0..<12, isInFilter: true)))
    #expect(session.state.columnPrompt == nil && session.state.columns[0].settings.filter == "brand:Camden")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("the filter 'brand:Camden' of a") })
  }

  @Test func whoeverWentElsewhereIsNotFetchedBackToAFilter() throws {
    var session = Session()
    session.press("mug<enter>")
    session.answers = false
    session.press("zfprice:<less><enter>")
    let request = try #require(session.searches.last)
    session.press("<f3>")
    session.send(
      .searchFailed(
        column: 0, generation: request.generation, try #require(Bench.failure(request))))
    #expect(session.state.columnPrompt == nil && session.state.view == .queries)
    #expect(session.state.notice?.text.contains("the filter 'price:<' of a column") == true)
    #expect(session.state.columns[0].settings.filter.isEmpty)
  }

  @Test func saysEachStepOfTheDifferences() {
    var session = Session()
    session.press("mug<enter>")
    let notices = (0..<5).map { _ in
      session.press("D")
      return session.state.notice?.text ?? ""
    }
    #expect(notices[0] == "only differences between neighbours: step 1 of 4")
    #expect(notices[3].hasSuffix("more than 10 ranks between neighbours: step 4 of 4"))
    #expect(notices[4] == "every row shows")
  }

  @Test func writesAndPastesIntoTheLineOnly() {
    var session = Session()
    session.press("mug<enter>zfq3")
    session.send(.terminal(.paste("brand:Loom")))
    #expect(session.state.columnPrompt?.field.text == "q3brand:Loom")
    #expect(session.drafts.isEmpty && session.state.field.text == "mug")
    session.press("<f3>")
    #expect(session.state.columnPrompt != nil, "where text is typed there are no other keys")
  }

  @Test func opensWithColumnsThatAreGiven() {
    let settings = Session().state.columns[1].settings
    let state = ExplorerState(
      bench: Bench.workbench(), size: Size(columns: 120, rows: 36),
      columns: ColumnArrangement(settings: [settings, settings, settings], focus: 2))
    #expect(state.columns.map(\.settings) == [settings, settings, settings] && state.focusedColumn == 2)
  }

  @Test func letsTheOtherViewsFollow() {
    var session = Session()
    session.judgesPairs = true
    session.press("red striped mug<enter><f3>p<f1>zaza")
    #expect(session.state.board.chosenPair == nil, "a pair names columns that are others now")
    session.press("<f3>")
    #expect(session.state.view == .queries)
    session.press("lllh<f2><f4><f1>zxzx<f3>")
    #expect(session.state.columns.count == 2)
  }
}
