import Explorer
import Relevance
import TestSupport
import Testing

/// The Find-all view, compared with text files that are meant to be read.
@Suite struct FindAllScreenTests {
  private static let sizes = [(80, 24), (160, 48)]

  private func opened(_ columns: Int, _ rows: Int) -> Session {
    var session = Session(columns, rows, bench: Bench.workbench(qrels: Qrels()))
    session.press("steel tumbler<enter>a")
    return session
  }

  @Test(arguments: sizes + [(40, 10)])
  func showsTheCut(columns: Int, rows: Int) {
    var session = opened(columns, rows)
    session.press("3320.")
    expectScreen(draw(session.state), "find-all-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func showsTheSample(columns: Int, rows: Int) {
    var session = opened(columns, rows)
    session.press("s300")
    expectScreen(draw(session.state), "find-all-sample-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func showsTheEstimate(columns: Int, rows: Int) {
    var session = opened(columns, rows)
    for _ in 0..<3 {
      session.press("s")
      while session.state.findAll.page == .sample {
        let place = session.state.findAll.place ?? 0
        session.press(place < 30 ? "3" : place < 60 ? "1" : "0")
        let isGraded = session.state.findAll.assessment.map {
          $0.decided == session.state.findAll.sampled.count
        }
        if isGraded == true { session.press("s") }
      }
      session.press("D")
      session.press("s")
    }
    session.press("t#60<enter>")
    expectScreen(draw(session.state), "find-all-estimate-\(columns)x\(rows)")
  }

  @Test func showsWhatIsTyped() {
    var session = opened(80, 24)
    session.press("t.65")
    expectScreen(draw(session.state), "find-all-typing-80x24")
  }

  @Test func showsWhereAListGoes() {
    var session = opened(80, 24)
    session.press("e")
    expectScreen(draw(session.state), "find-all-prefix-80x24")
  }

  @Test func listsItsKeys() {
    var session = opened(80, 24)
    session.press("?")
    expectScreen(draw(session.state), "help-find-all-80x24")
  }

  @Test func saysThatNothingIsAskedFor() {
    var session = Session(80, 24)
    session.press("<enter><f5>")
    expectScreen(draw(session.state), "find-all-nothing-80x24")
  }
}
