import Explorer
import Relevance
import TestSupport
import Testing

/// Screens of opened numbers and of slices, compared with text files that are meant to be read.
@Suite struct NumberScreenTests {
  private static let sizes = [(120, 36), (160, 48), (80, 24), (40, 10)]

  private func listed(_ columns: Int, _ rows: Int, keys: String) -> Session {
    var session = Session(
      columns, rows, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.judgesPairs = true
    session.press("<enter><f3>" + keys)
    return session
  }

  @Test(arguments: sizes) func showsWhatAScoreIsMadeOf(columns: Int, rows: Int) {
    let grades = [0: 3, 2: 2, 3: 3, 6: 0, 8: 1, 11: 2].map { (Bench.id($0), $1) } + [(DocumentID("gone"), 3)]
    var session = Session(
      columns, rows,
      bench: Bench.workbench(qrels: Qrels(["q-001": Dictionary(uniqueKeysWithValues: grades)])))
    session.press("red striped mug<enter>X")
    expectScreen(draw(session.state), "number-score-\(columns)x\(rows)")
  }

  @Test(arguments: sizes) func showsTheScoresOfAMean(columns: Int, rows: Int) {
    expectScreen(draw(listed(columns, rows, keys: "Xj").state), "number-mean-\(columns)x\(rows)")
  }

  @Test(arguments: sizes) func showsTheSlices(columns: Int, rows: Int) {
    expectScreen(draw(listed(columns, rows, keys: "tj").state), "slices-\(columns)x\(rows)")
  }
}
