import Explorer
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Lists, large lists and grids: what is selected, by keys and by the mouse, and what shows.
@Suite struct GridTests {
  private func grid(
    _ columns: Int = 80, _ rows: Int = 24, pictures: PictureSupport = .sixel(cellWidth: 9, cellHeight: 19),
    matched: Int? = nil, script: String = ""
  ) -> Session {
    var session = Session(columns, rows, pictures: pictures)
    session.matched = matched
    session.press("red striped mug<enter>pp" + script)
    return session
  }

  @Test func thePictureKeyCyclesThroughThreeWays() {
    var session = Session(80, 24)
    session.press("red striped mug<enter>jj")
    let item = session.state.current?.card.id
    var styles: [ResultsStyle] = []
    for _ in 0..<3 {
      session.press("p")
      styles.append(session.state.style)
      #expect(session.state.current?.card.id == item)
    }
    #expect(styles == [.large, .grid, .list])
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsLargeListsAndGrids(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>3<space>0j")
    session.press("p")
    expectScreen(draw(session.state), "large-\(columns)x\(rows)")
    session.press("p")
    expectScreen(draw(session.state), "grid-\(columns)x\(rows)")
    session.press("zxv")
    expectScreen(draw(session.state), "grid-alone-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func isLegibleWithoutPictures(columns: Int, rows: Int) {
    var session = Session(columns, rows, pictures: .none)
    session.press("red striped mug<enter>3<space>0jp")
    expectScreen(draw(session.state), "large-bare-\(columns)x\(rows)")
    session.press("p")
    expectScreen(draw(session.state), "grid-bare-\(columns)x\(rows)")
  }

  @Test func fourColumnsAreFourGrids() {
    var session = Session(160, 48)
    session.press("red striped mug<enter>zazapp")
    expectScreen(draw(session.state), "grid-4-160x48")
  }

  /// In 80 columns two grids of three by two stand side by side.
  @Test func keysGoToTheNeighbours() {
    var session = grid()
    for (keys, cursor) in [
      ("l", 1), ("j", 4), ("j", 7), ("h", 6), ("k", 3), ("<right>", 4), ("<left>", 3), ("gg", 0), ("k", 0),
      ("<pagedown>", 6), ("<pageup>", 0), ("G", 9), ("j", 9), ("<up>", 6), ("<down>", 9), ("<home>", 0),
      ("<end>", 9),
    ] {
      session.press(keys)
      #expect(session.state.cursor == cursor, "\(keys)")
      #expect(session.state.focusedColumn == 0)
    }
  }

  @Test func theLastRowOfAGridMayBeShort() {
    var session = grid(script: "lljj")
    #expect(session.state.cursor == 8)
    session.press("j")
    #expect(session.state.cursor == 9, "the tenth item stands alone, further left")
    session.press("k")
    #expect(session.state.cursor == 6)
  }

  @Test func pastTheEdgeLiesTheNextColumn() {
    var session = grid(script: "jll")
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 5)
    session.press("l")
    #expect(session.state.focusedColumn == 1 && session.state.cursor == 3)
    session.press("l<left><left>")
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 5)
    session.press("hhh")
    #expect(session.state.focusedColumn == 0 && session.state.cursor == 3, "nothing lies to the left")
  }

  @Test func slidersStillMove() {
    var session = grid(script: "<less><less>")
    #expect(session.state.columns[0].settings.dimensions == 64)
    session.press(">")
    #expect(session.state.columns[0].settings.dimensions == 128)
  }

  @Test func aGradeGoesOnToTheNextItem() {
    var session = grid(script: "320")
    #expect(session.state.cursor == 3)
    #expect(session.drafts.map(\.item) == [Bench.id(0), Bench.id(1), Bench.id(2)])
    session.press("u")
    #expect(session.state.cursor == 2)
  }

  /// Whatever happens, the item under the cursor shows, and its cell is the one that is reversed.
  @Test func theSelectionIsAlwaysInSight() {
    var generator = SeededGenerator(seed: 5)
    var session = grid(120, 36, matched: 2000)
    let keys = ["j", "k", "l", "h", "<pagedown>", "<pageup>", "G", "gg", "p", "o", "v", "za", "zx", "1"]
    let sizes = [(80, 24), (160, 48), (40, 10), (57, 13)]
    for step in 0..<90 {
      let key = keys[Int.random(in: 0..<keys.count, using: &generator)]
      let item = session.state.current?.card.id
      if step % 7 == 0 {
        let size = sizes[Int.random(in: 0..<sizes.count, using: &generator)]
        session.send(.terminal(.resized(Size(columns: size.0, rows: size.1))))
        #expect(session.state.current?.card.id == item, "a resize keeps the selection (step \(step))")
      } else {
        session.press(key)
      }
      let screen = draw(session.state)
      guard session.state.style == .grid, session.state.size.columns >= 80, session.state.detail == .off,
        let current = session.state.current
      else { continue }
      let reversed = (0..<screen.size.rows).flatMap { row in
        (0..<screen.size.columns).filter { screen[column: $0, row: row].style.isReversed }.map { ($0, row) }
      }
      let rank = reversed.first.map { start in
        (0..<5).map { screen[column: start.0 + $0, row: start.1].text }.joined()
      }
      #expect(rank?.hasPrefix("\(current.item.rank) ") == true, "seed 5, step \(step): \(rank ?? "nothing")")
      #expect(Set(reversed.map(\.1)).count == 1, "seed 5, step \(step)")
    }
  }

  @Test func aClickSelectsTheCellItHits() {
    for (column, row, cursor, focus) in [(1, 4, 0, 0), (14, 4, 1, 0), (30, 14, 5, 0), (42, 13, 3, 1)] {
      var session = grid()
      session.send(.terminal(.mouse(MouseEvent(.press, column: column, row: row))))
      #expect(session.state.cursor == cursor && session.state.focusedColumn == focus, "\(column), \(row)")
    }
    // Between the last cell and the rule there is nothing.
    var session = grid(script: "l")
    session.send(.terminal(.mouse(MouseEvent(.press, column: 5, row: 21))))
    #expect(session.state.cursor == 1)
  }

  @Test func theWheelScrollsByOneRowOfTheGrid() {
    var session = grid(matched: 2000)
    session.send(.terminal(.mouse(MouseEvent(.wheelDown, column: 5, row: 8))))
    #expect(session.state.cursor == 3 && session.state.scroll == 3)
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 5, row: 8))))
    #expect(session.state.cursor == 0 && session.state.scroll == 0)
  }

  @Test func theWayIsKeptForTheNextSession() {
    let session = grid()
    let record = SessionRecord(session.state, withQuery: true)
    #expect(Session(restoring: record, bench: Bench.workbench()).state.style == .grid)
  }

  @Test func anItemWithoutAPictureSaysSo() {
    var session = Session(80, 24)
    session.answers = false
    session.press("mug<enter>pp")
    for request in session.searches.suffix(2) { session.send(Bench.bareAnswer(request)) }
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("no picture") })
  }
}
