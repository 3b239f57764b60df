import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Where one stands in each column, and which rows show.
@Suite struct ScrollingTests {
  @Test func scrollsAllColumnsTogetherUntilAskedNotTo() {
    var session = Session()
    session.press("mug<enter>jjl")
    #expect(session.state.cursor == 2)
    session.press("ojjjh")
    #expect(session.state.cursor == 2, "the other list stays where it was")
    session.press("l")
    #expect(session.state.cursor == 5)
    session.press("oh")
    #expect(session.state.cursor == 5, "together again, from where the focus is")
  }

  @Test func keepsTheViewOfAListThatScrollsAlone() {
    var session = Session(120, 24)
    session.matched = 1024
    session.press("mug<enter>olG")
    let scroll = session.state.scroll
    #expect(scroll > 50 && session.state.place(in: 0) == ListPlace())
    session.press("hl")
    #expect(session.state.scroll == scroll && session.state.cursor > 90)
    session.press("/ x")
    #expect(session.state.place(in: 0) == ListPlace() && session.state.place(in: 1) == ListPlace())
  }

  @Test func keepsThePlaceOfAColumnThatMoves() {
    var session = Session()
    session.press("mug<enter>ojjjLhl")
    #expect(session.state.focusedColumn == 1 && session.state.cursor == 3)
    #expect(session.state.place(in: 0).cursor == 0)
  }

  @Test(arguments: [1, 2, 3, 4])
  func showsOnlyRowsThatDiffer(presses: Int) throws {
    let beyond = [0, 2, 5, 10][presses - 1]
    var session = Session()
    session.press("red striped mug<enter>za" + String(repeating: "D", count: presses))
    #expect(session.state.differences == .beyond(beyond))
    let lists = try session.state.columns.map { try #require($0.ranking).outcome.items.map(\.ordinal) }
    for (index, column) in session.state.columns.enumerated() {
      var expected: [Int] = []
      for (row, ordinal) in lists[index].enumerated() {
        for neighbour in [index - 1, index + 1] where lists.indices.contains(neighbour) {
          let other = lists[neighbour].firstIndex(of: ordinal)
          if other.map({ abs($0 - row) > beyond }) ?? true, expected.last != row { expected.append(row) }
        }
      }
      #expect(column.listed == expected)
    }
    session.press(String(repeating: "D", count: 5 - presses))
    #expect(session.state.differences == .off && session.state.columns.allSatisfy { $0.listed == nil })
  }

  @Test func keepsTheItemUnderTheCursorWhenRowsGo() throws {
    var session = Session()
    session.press("red striped mug<enter>jjj")
    let item = try #require(session.state.current?.card.id)
    session.press("D")
    #expect(session.state.current?.card.id == item)
    session.press("G")
    #expect(session.state.cursor == session.state.columns[0].rowCount - 1)
    session.press("j3")
    #expect(session.drafts.last?.item == session.state.current?.card.id, "grades go to the item that shows")
  }

  @Test func saysThatNothingDiffers() {
    var same = Session()
    same.press("red striped mug<enter>zdlzxD")
    #expect(same.state.columns.map(\.rowCount) == [0, 0])
    #expect(GoldenRows.rows(draw(same.state)).contains { $0.contains("nothing differs from its neighbours") })
    same.press("3")
    #expect(same.drafts.isEmpty)
  }

  @Test func showsEverythingWithoutAQueryOrANeighbour() {
    var session = Session()
    session.press("<enter>D")
    #expect(session.state.columns.allSatisfy { $0.listed == nil && $0.rowCount == 12 })
    session.press("/mug<enter>zx")
    #expect(session.state.columns[0].listed == nil)
  }

  @Test func asksForMoreOnlyAtTheEndOfWhatDiffers() {
    var session = Session()
    session.matched = 1024
    session.press("mug<enter>")
    let count = session.searches.count
    session.press("D")
    #expect(session.searches.count == count)
    session.press("G")
    #expect(session.searches.count == count + 2 && session.searches.last?.plan.depth == 400)
  }

  @Test func goesToTheSameItemInTheNextColumn() throws {
    var session = Session()
    session.press("red striped mug<enter>jj")
    let item = try #require(session.state.current?.card.id)
    session.press("*")
    #expect(session.state.focusedColumn == 1 && session.state.current?.card.id == item)
    #expect(session.state.cursor == 0)
    session.press("*")
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 2)
  }

  @Test func saysWhereAnItemStandsThatIsNotListed() {
    var session = Session()
    session.press("red striped mug<enter>za<ctrl-l>h")
    session.press("j")
    session.press("*")
    #expect(session.state.focusedColumn == 0)
    #expect(
      session.state.notice?.text == "B ranks it 1,234 of 6,764, below the 100 listed · dense .4123 #1,234")
    session.press("j")
    #expect(session.state.notice == nil)
  }

  @Test func dropsALateFindingAboutAnotherItem() {
    var session = Session()
    session.press("red striped mug<enter>zahj")
    session.answers = false
    let first = session.press("*")
    let second = session.press("jj*")
    for effect in first {
      if case .locate(let request) = effect { session.send(Bench.location(request)) }
    }
    #expect(session.state.notice?.text.contains("looking where it stands") == true)
    for effect in second {
      if case .locate(let request) = effect { session.send(Bench.location(request)) }
    }
    #expect(session.state.notice?.text.contains("ranks it 1,234") == true)
  }

  @Test func tellsHowAlikeNeighboursAre() throws {
    var session = Session()
    session.press("red striped mug<enter>")
    #expect(session.state.columns[0].similarity == nil)
    let different = try #require(session.state.columns[1].similarity?.extrapolated)
    #expect(different > 0 && different < 1)
    session.press("zdlzx")
    let same = try #require(session.state.columns[1].similarity?.extrapolated)
    #expect(abs(same - 1) < 1e-12)
  }
}
