import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// The mouse where items are labelled one by one.
@Suite struct MouseLabellingTests {
  @Test func theWheelScrollsALongTextAndElsewhereGoesFromItemToItem() throws {
    var session = Session(80, 12, pictures: .none)
    session.press("red striped mug<enter><f2>")
    let before = session.state.labelling.position
    session.mouse(.wheelDown, 30, 4)
    #expect(session.state.labelling.position == before && session.state.labelling.textScroll > 0)
    session.mouse(.wheelUp, 30, 4)
    #expect(session.state.labelling.textScroll == 0)
    session.mouse(.wheelDown, 0, 4)
    #expect(session.state.labelling.position == before + 1 && session.drafts.isEmpty)
  }

  @Test(arguments: ["3 exact", "2 good", "1 partly", "0 no"])
  func aClickOnAGradeGivesItAndGoesOn(words: String) throws {
    var session = Session(120, 36, pictures: .none)
    session.press("red striped mug<enter><f2>")
    let keys = try session.find(words, below: 30)
    let item = try #require(session.state.labelling.task?.card.id)
    for offset in [0, words.count - 1] {
      var clicked = session
      clicked.click(keys.column + offset, keys.row)
      #expect(clicked.drafts.map(\.grade) == [words.first?.wholeNumberValue])
      #expect(clicked.drafts.first?.item == item && clicked.state.labelling.task?.card.id != item)
    }
    session.click(keys.column + words.count, keys.row)
    session.click(keys.column - 1, keys.row)
    #expect(session.drafts.isEmpty, "between two grades there is none")
  }

  @Test func theOtherKeysOfTheLineAreClickedLikewise() throws {
    var session = Session(120, 36, pictures: .none, bench: Bench.workbench(scale: .esci))
    session.clock = 0
    session.press("red striped mug<enter><f2>")
    let exact = try session.find("exact", below: 30)
    session.click(exact.column, exact.row)
    #expect(session.drafts.last?.grade == 3, "a grade with a letter, too")
    // The item has changed: the second press of a double click is about another.
    session.click(exact.column, exact.row)
    #expect(session.drafts.count == 1)
    session.clock = 1000
    let flag = try session.find("f flag", below: 30)
    session.click(flag.column + 2, flag.row)
    #expect(session.drafts.count == 2 && session.drafts.last?.grade == nil)
    let undo = try session.find("u undo", below: 30)
    session.click(undo.column, undo.row)
    #expect(session.drafts.count == 3)
    session.click(flag.column, flag.row - 3)
    #expect(session.drafts.count == 3, "elsewhere nothing is said")
  }
}
