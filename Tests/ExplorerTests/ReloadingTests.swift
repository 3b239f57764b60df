import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// An index that is built anew while it is open.
@Suite struct ReloadingTests {
  private func reopened(dimensions: [Int] = [16, 32, 64, 128, 256]) -> Workbench {
    Bench.workbench(itemCount: 2048, dimensions: dimensions)
  }

  @Test func offersTheNewBuildAndOpensItOnlyWhenAsked() {
    var session = Session()
    session.press("red mug<enter>")
    #expect(session.press("R").isEmpty)
    #expect(session.state.notice?.text == "the index is the one that was opened")
    #expect(session.send(.indexChanged(.rebuilt)).isEmpty)
    session.press("j")
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("newer index: R opens it") == true)
    #expect(session.press("R") == [.reload])
  }

  @Test func keepsQuerySettingsGradesAndTheItemUnderTheCursor() throws {
    var session = Session()
    session.press("red striped mug<enter>2jl--t<tab>")
    let item = try #require(session.state.current?.card.id)
    let before = session.state
    session.send(.indexChanged(.rebuilt))
    session.shift = 2
    session.send(.reopened(reopened()))
    #expect(session.state.bench.itemCount == 2048 && session.state.indexNews == nil)
    #expect(session.state.current?.card.id == item)
    #expect(session.state.cursor != before.cursor, "the item has another place now")
    #expect(session.state.columns.map(\.settings) == before.columns.map(\.settings))
    #expect(session.state.book == before.book && session.state.field == before.field)
    #expect(session.state.slider == before.slider && session.state.query == before.query)
  }

  @Test func staysInItsRowWhenTheItemIsGone() {
    var session = Session()
    session.press("red striped mug<enter>jj")
    session.gone = Bench.id(2)
    session.send(.reopened(reopened()))
    #expect(session.state.cursor == 2)
  }

  @Test func dropsAnswersOfTheOldBuild() {
    var session = Session()
    session.press("red mug<enter>v")
    session.answers = false
    session.press("-")
    let late = session.searches.suffix(1)
    session.send(.reopened(reopened()))
    for request in late { session.send(Bench.answer(request)) }
    #expect(session.state.columns.allSatisfy { $0.ranking == nil && $0.isWaiting })
    #expect(session.state.inspection.request == nil, "an item is not asked for by its old place")
  }

  @Test func takesLengthsThatTheNewBuildHas() {
    var session = Session()
    session.press("red mug<enter>-t")
    session.send(.reopened(reopened(dimensions: [64, 192])))
    #expect(session.searches.suffix(2).map(\.plan.dense?.dimensions) == [192, 192])
    #expect(session.searches.last { $0.column == 0 }?.plan.dense?.coarse?.dimensions == 64)
  }

  @Test(arguments: [
    (80, 24, "rebuilt", IndexNews.rebuilt), (120, 36, "rebuilt", .rebuilt),
    (80, 24, "changed", .catalogueChanged(command: "assay index sample-catalog")),
    (120, 36, "changed", .catalogueChanged(command: "assay index sample-catalog")),
    (
      80, 24, "damaged",
      .damaged(
        file: "text.i8", bytes: 0..<1_048_576, finding: "the checksum is wrong", command: "assay index shop")
    ),
  ])
  func showsWhatBecameOfTheIndex(columns: Int, rows: Int, name: String, news: IndexNews) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>3")
    session.send(.indexChanged(news))
    expectScreen(draw(session.state), "index-\(name)-\(columns)x\(rows)")
  }

  @Test func preparesTheColumnThatIsLookedAt() {
    var session = Session()
    #expect(session.state.preparation == nil, "nothing was asked")
    session.press("red mug<enter>l-")
    #expect(session.state.preparation?.plan == session.state.columns[1].ranking?.plan)
    session.press("cc")
    #expect(session.state.columns[1].settings.mode == .lexical)
    #expect(session.state.preparation?.plan == session.state.columns[0].ranking?.plan)
    session.answers = false
    session.press("h-")
    #expect(session.state.preparation == nil, "an answer is due")
  }
}
