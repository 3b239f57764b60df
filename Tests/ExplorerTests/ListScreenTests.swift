import Explorer
import TerminalUI
import TestSupport
import Testing

/// Screens of what opens above a view: lists, pop-ups, hints, the tour.
@Suite struct ListScreenTests {
  @Test(arguments: [(80, 24), (160, 48)])
  func showsAllActions(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>:")
    expectScreen(draw(session.state), "palette-\(columns)x\(rows)")
    session.press("que<down>")
    expectScreen(draw(session.state), "palette-typed-\(columns)x\(rows)")
  }

  @Test func showsActionsInTheSmallestTerminal() {
    var session = Session(40, 10)
    session.press("mug<enter>:un")
    expectScreen(draw(session.state), "palette-40x10")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsTheSearchForAFormerQuery(columns: Int, rows: Int) {
    var session = Session(columns, rows, history: ["steel tumbler", "red striped mug", "jug"])
    session.press("<ctrl-r>strip")
    expectScreen(draw(session.state), "history-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsHowAQueryMayGoOn(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red brand:<tab><down>")
    expectScreen(draw(session.state), "completion-\(columns)x\(rows)")
  }

  @Test func showsHowAQueryMayGoOnInTheSmallestTerminal() {
    var session = Session(40, 10)
    session.press("a long query before it brand:<tab>")
    expectScreen(draw(session.state), "completion-40x10")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsWhatMayFollowAPrefix(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>g")
    expectScreen(draw(session.state), "prefix-\(columns)x\(rows)")
  }

  @Test(arguments: [(40, 10), (80, 24), (160, 48)])
  func hintsAtFirst(columns: Int, rows: Int) {
    expectScreen(draw(Session(columns, rows, showsHints: true).state), "hints-\(columns)x\(rows)")
  }

  @Test(arguments: [(40, 10), (80, 24), (160, 48)])
  func guides(columns: Int, rows: Int) {
    var session = Session(columns, rows, tour: Tour())
    session.press("red mug<enter>")
    expectScreen(draw(session.state), "tour-\(columns)x\(rows)")
  }
}
