import Explorer
import Foundation
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

@Suite struct RestoringTests {
  /// A session on the other side of a file.
  private func written(_ state: ExplorerState, withQuery: Bool = true) throws -> SessionRecord {
    let bytes = try JSONEncoder().encode(SessionRecord(state, withQuery: withQuery))
    return try JSONDecoder().decode(SessionRecord.self, from: bytes)
  }

  private func reopened(
    _ record: SessionRecord, bench: Workbench = Bench.workbench(), without gone: DocumentID? = nil
  ) -> Session {
    var session = Session(restoring: record, bench: bench, gone: gone)
    session.send(.indexChanged(nil))
    return session
  }

  @Test func goesOnWhereTheLastSessionEnded() throws {
    var session = Session()
    session.press("red striped mug<enter>l--pFt<tab><tab><tab><tab><right>jjjvM")
    let again = reopened(try written(session.state))
    #expect(again.state.field.text == "red striped mug")
    #expect(again.state.position == 0, "a query of the set is one again")
    #expect(again.state.columns.map(\.settings) == session.state.columns.map(\.settings))
    #expect(again.state.focusedColumn == 1 && again.state.focus == .results)
    #expect(again.state.current?.card.id == session.state.current?.card.id)
    #expect(again.state.slider == session.state.slider)
    #expect(again.state.detail == session.state.detail)
    #expect(again.state.board.measure == session.state.board.measure)
    #expect(draw(again.state) == draw(session.state))
  }

  @Test func filtersOfColumnsLinksAndDifferencesComeBack() throws {
    var session = Session()
    session.press("mug<enter>zfbrand:acme<enter>oDD")
    #expect(session.state.columns[0].settings.filter == "brand:acme" && !session.state.isLinked)
    let again = reopened(try written(session.state))
    #expect(again.state.columns.map(\.settings) == session.state.columns.map(\.settings))
    #expect(!again.state.isLinked && again.state.differences == .beyond(2))
    let silent = reopened(try written(session.state, withQuery: false))
    #expect(silent.state.columns[0].settings.filter.isEmpty, "a filter is as much of a secret as a query")
    #expect(reopened(try written(session.state).withoutQuery).state.columns[0].settings.filter.isEmpty)
  }

  @Test func theCutOfTheCatalogueComesBack() throws {
    var session = Session()
    session.press("steel tumbler<enter><f5>t.5<enter>r")
    let again = reopened(try written(session.state))
    #expect(session.state.findAll.cut != 25 && session.state.findAll.cut > 0)
    #expect(again.state.findAll.cut == session.state.findAll.cut)
    #expect(again.state.findAll.threshold == session.state.findAll.threshold)
    let rows = [session, again].map { GoldenScreen.rows(of: draw($0.state)).prefix(13) }
    #expect(rows[0] == rows[1], "above the list")
    #expect(reopened(try written(session.state, withQuery: false)).state.findAll.found == nil)
    // It belongs to the query that it was chosen for.
    var other = again
    other.press("<esc>/<ctrl-u>mug<enter><f5>")
    #expect(other.state.findAll.cut == 25)
  }

  @Test func theOrderOfTheQueriesAndTheModeOfTheCurvesComeBack() throws {
    var session = Session()
    session.press("mug<enter><f4>c<f3>ss")
    var again = reopened(try written(session.state))
    #expect(again.state.board.order == .set && again.state.board.isReversed)
    again.press("<f4>")
    #expect(GoldenScreen.rows(of: draw(again.state))[0].contains("hybrid"))
  }

  @Test func namedColumnsTakeThePlaceOfThoseThatWereLeft() throws {
    var session = Session()
    session.press("red striped mug<enter>cc--zd")
    let again = reopened(try written(session.state).withoutColumns)
    #expect(again.state.field.text == "red striped mug")
    #expect(again.state.columns.map(\.settings) == Session().state.columns.map(\.settings))
  }

  @Test(arguments: View.allCases)
  func everyViewIsGotReadyAsWhenOneGoesThere(_ view: View) throws {
    var session = Session()
    session.press("red striped mug<enter><f\(view.rawValue)>")
    let again = reopened(try written(session.state))
    #expect(again.state.view == view)
    #expect(again.state.context == .view(view))
    #expect(again.queueRequests.isEmpty == (view != .label))
    _ = draw(again.state)
  }

  @Test func aPlaceFarDownIsFoundAgain() throws {
    var session = Session()
    session.matched = 5000
    session.press("mug<enter>")
    for _ in 0..<6 { session.press("G") }
    let cursor = session.state.cursor
    #expect(cursor > 1000)
    var again = Session(restoring: try written(session.state), bench: Bench.workbench(), matched: 5000)
    again.send(.indexChanged(nil))
    #expect(again.state.cursor == cursor)
  }

  @Test func whatIsGoneIsLeftOut() throws {
    var session = Session()
    session.press("red striped mug<enter>j")
    let gone = try #require(session.state.current?.card.id)
    let record = try written(session.state)
    let again = reopened(record, bench: Bench.workbench(dimensions: [8, 16]), without: gone)
    #expect(again.state.columns.allSatisfy { $0.settings.dimensions == 16 })
    #expect(again.state.cursor == 1 && again.state.current?.card.id != gone)
  }

  @Test func columnsOfAModelThatIsNotOpenAreLeftOut() throws {
    let models = [VectorModel(place: 1, name: "other", dimensions: [32, 64])]
    let several = Bench.workbench(others: models)
    let session = Session(bench: several)
    let record = try written(session.state)
    #expect(session.state.columns.count == 2 && session.state.columns[1].settings.model?.name == "other")
    #expect(
      reopened(record, bench: several).state.columns.map(\.settings) == session.state.columns.map(\.settings))
    let alone = reopened(record)
    #expect(alone.state.columns.count == 1 && alone.state.columns[0].settings.model == nil)
  }

  @Test func withoutHistoryNothingTypedIsKept() throws {
    var session = Session()
    session.press("red striped mug<enter>l-")
    let record = try written(session.state, withQuery: false)
    let text = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    #expect(!text.contains("mug") && !text.contains(Bench.id(0).text))
    let again = reopened(record)
    #expect(again.state.isBrowsing && again.state.focus == .query)
    #expect(again.state.columns.map(\.settings) == session.state.columns.map(\.settings))
  }

  @Test func nonsenseIsBroughtIntoRange() throws {
    let session = Session()
    let bytes = try JSONEncoder().encode(SessionRecord(session.state, withQuery: true))
    var text = String(decoding: bytes, as: UTF8.self)
    for (key, value) in [
      ("cursor", "-5"), ("focusedColumn", "99"), ("k1", "-3"), ("textShare", "7"), ("shortlist", "0"),
      ("rankConstant", "-1"), ("fusionDepth", "0"), ("dimensions", "3"),
    ] {
      text = text.replacing(try Regex("\"\(key)\":[-0-9.]+"), with: "\"\(key)\":\(value)")
    }
    for (key, value) in [("view", "nowhere"), ("mode", "psychic"), ("precision", "int1"), ("detail", "x")] {
      text = text.replacing(try Regex("\"\(key)\":\"[^\"]*\""), with: "\"\(key)\":\"\(value)\"")
    }
    let record = try JSONDecoder().decode(SessionRecord.self, from: Data(text.utf8))
    let again = reopened(record)
    #expect(again.state.view == .explore && again.state.cursor == 0)
    #expect(again.state.focusedColumn == 1)
    let settings = again.state.columns[0].settings
    #expect(settings.dimensions == 256 && settings.lexical.k1 == 0 && settings.textShare == 1)
    #expect(settings.coarse.shortlist == 1 && settings.rankConstant == 1 && settings.fusionDepth == .top(1))
    _ = draw(again.state)
  }
}
