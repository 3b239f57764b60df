import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// Modes and sliders by their keys.
@Suite struct TuningTests {
  @Test func switchesTheModeOfTheFocusedColumnOnly() {
    var session = Session()
    session.press("red mug<enter>")
    let before = session.searches.count
    session.press("c")
    #expect(session.searches.dropFirst(before).map(\.plan.mode) == [.lexical])
    session.press("cc")
    #expect(session.state.columns.map(\.settings.mode) == [.dense, .hybrid])
  }

  @Test func slidesDimensionsOverTheDeclaredOnes() {
    var session = Session()
    session.press("red mug<enter>--")
    #expect(session.searches.last?.plan.dense?.dimensions == 64)
    #expect(session.searches.last?.query.text == "red mug")
    session.press("-----")
    #expect(session.state.columns[0].settings.dimensions == 16)
    #expect(session.press("-").isEmpty, "at the end of the range there is nothing to search")
    session.press("=+")
    #expect(session.state.columns.map(\.settings.dimensions) == [64, 256])
  }

  @Test func slidesShares() {
    var session = Session()
    session.press("red mug<enter>l<tab><right><right>")
    #expect(session.searches.last?.plan.dense?.textShare == 0.4, "the picture is at the right")
    session.press("<tab><left>")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0.05))
    session.press("<left><left><left>")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0))
    session.press("F<right>")
    #expect(session.searches.last?.plan.fusion == .reciprocalRank(k: 100))
    session.press("FFF<backtab>b")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0))
    #expect(session.searches.last?.plan.dense?.precision == .int8)
    #expect(session.state.slider == .textShare)
  }

  @Test func movesEveryKnobWhereTheArrowPoints() throws {
    var session = Session(120, 36)
    session.press("red mug<enter>l<tab>")
    func knob() throws -> Int {
      let row = try #require(GoldenRows.rows(draw(session.state)).first { $0.hasPrefix(" B ") })
      return try #require(row.enumerated().first { $0.element == "●" }).offset
    }
    for _ in ["text", "lexical", "lists", "k1", "b", "title", "description", "brand"] {
      let start = try knob()
      session.press("<right><right><right>")
      #expect(try knob() > start)
      session.press("<tab>")
    }
  }

  @Test func saysWhenASliderDoesNotMatter() {
    var session = Session()
    session.press("red mug<enter><tab>c")
    for (script, word) in [("-", "dims"), ("b", "precision"), ("F", "fusion"), ("<left>", "text")] {
      #expect(session.press(script).isEmpty)
      #expect(session.state.notice?.text == "\(word) does not matter to a lexical column")
    }
  }
}
