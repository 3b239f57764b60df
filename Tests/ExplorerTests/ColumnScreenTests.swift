import Explorer
import TerminalUI
import TestSupport
import Testing

/// Whole screens with one to four columns.
@Suite struct ColumnScreenTests {
  private static let sizes = [(80, 24), (160, 48)]

  private func session(_ columns: Int, _ rows: Int, count: Int) -> Session {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>")
    switch count {
    case 1: session.press("zx")
    case 3: session.press("za")
    case 4: session.press("zd-za")
    default: break
    }
    return session
  }

  @Test(arguments: [1, 3, 4], Self.sizes)
  func showsColumns(count: Int, size: (columns: Int, rows: Int)) {
    let session = session(size.columns, size.rows, count: count)
    expectScreen(draw(session.state), "columns-\(count)-\(size.columns)x\(size.rows)")
  }

  @Test func keepsTheFocusedColumnInSight() {
    var session = session(80, 24, count: 4)
    session.press("hhh")
    #expect(GoldenRows.rows(draw(session.state))[1].hasPrefix(" A "))
    for letter in ["B", "C", "D"] {
      session.press("l")
      let head = GoldenRows.rows(draw(session.state))[1]
      #expect(head.contains("│ \(letter) "), "the focused column stands to the right of its neighbour")
      #expect(head.hasPrefix(" A") == (letter == "B") && head.hasSuffix("›") == (letter != "D"))
    }
  }

  @Test(arguments: Self.sizes)
  func showsOnlyDifferences(columns: Int, rows: Int) {
    var session = session(columns, rows, count: 2)
    session.press("DDoljj")
    expectScreen(draw(session.state), "differences-\(columns)x\(rows)")
  }

  @Test(arguments: Self.sizes)
  func listsPresets(columns: Int, rows: Int) {
    var session = session(columns, rows, count: 4)
    session.press("zsfour at once<enter>zxzxlzfbrand:Camden<enter>zsCamden alone<enter>zpj")
    expectScreen(draw(session.state), "presets-\(columns)x\(rows)")
    session.press("<esc>zf")
    expectScreen(draw(session.state), "column-filter-\(columns)x\(rows)")
  }

  @Test(arguments: [1, 4], Self.sizes)
  func showsThemInTheOtherViews(count: Int, size: (columns: Int, rows: Int)) {
    var session = session(size.columns, size.rows, count: count)
    session.judgesPairs = true
    let name = "\(count)-\(size.columns)x\(size.rows)"
    session.press("<f3>")
    expectScreen(draw(session.state), "queries-of-\(name)")
    session.press("<f2>")
    expectScreen(draw(session.state), "label-of-\(name)")
  }
}
