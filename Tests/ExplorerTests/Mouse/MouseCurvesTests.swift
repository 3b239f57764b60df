import Relevance
import Retrieval
import TerminalUI
import Testing

@testable import Explorer

/// Clicks on curves and on the funnel.
@Suite struct MouseCurvesTests {
  private func session(_ columns: Int, _ rows: Int, keys: String = "") -> Session {
    var session = Session(
      columns, rows, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.clock = 0
    session.press("<enter><f4>" + keys)
    return session
  }

  private func length(_ session: Session) -> Int? { session.state.curves.point?.configuration.dimensions }

  @Test(arguments: [(80, 24), (160, 48)])
  func aClickBeneathThePlotChoosesTheLength(columns: Int, rows: Int) throws {
    var session = session(columns, rows)
    #expect(length(session) == 256)
    let axis = try session.find("└").row
    for wanted in [64, 16, 128, 32, 256] {
      let label = try session.find("\(wanted)", below: axis)
      #expect(label.row == axis + 1)
      session.click(label.column, label.row)
      #expect(length(session) == wanted && session.state.curves.precision == .float32)
    }
    session.click(0, axis)
    #expect(length(session) == 256, "the labels of the other axis are no lengths")
  }

  @Test func aClickOnAPointChoosesLengthAndFormatAndOneOnANameTheFormat() throws {
    var session = session(160, 48)
    let name = try session.find("▲ binary")
    let point = try session.find("▲", below: name.row + 1)
    session.click(point.column, point.row)
    #expect(session.state.curves.precision == .binary && length(session) == 64)
    let other = try session.find("□ int8")
    session.click(other.column + 3, other.row)
    #expect(session.state.curves.precision == .int8 && length(session) == 64, "the length stays")
    let words = try session.find("◇ lexical")
    session.click(words.column, words.row)
    #expect(session.state.curves.precision == .int8, "words have no format")
  }

  @Test func aClickInATableChoosesThePointAndADoubleClickOpensItsNumber() throws {
    var session = session(160, 48)
    let axis = try session.find("└").row
    let table = try session.find("▲ binary", below: axis)
    let heading = try session.find("32", below: table.row)
    session.click(heading.column, table.row + 1)
    #expect(session.state.curves.precision == .binary && length(session) == 32)
    #expect(session.state.opened.isEmpty)
    session.click(heading.column, table.row + 1)
    guard case .mean(let mean)? = session.state.opened.last else { throw Session.Missing(text: "a mean") }
    var pressed = self.session(160, 48, keys: "jjhhh")
    pressed.press("x")
    guard case .mean(let same)? = pressed.state.opened.last else { throw Session.Missing(text: "a mean") }
    #expect(mean.rows == same.rows && mean.name == same.name)
  }

  @Test func aClickOnAShareChoosesTheStage() throws {
    var session = session(120, 36, keys: "t")
    let shortlist = try session.find("  400", below: 1)
    let line = try session.find("64 dims")
    session.click(shortlist.column + 3, line.row)
    var pressed = self.session(120, 36, keys: "t=ll")
    #expect(session.state.curves.stage == pressed.state.curves.stage)
    #expect(session.state.curves.shortlist == 4 && session.state.curves.lost == pressed.state.curves.lost)
    pressed.press("hhhh")
    session.click(try session.find(" 25 ", below: 1).column + 1, shortlist.row)
    #expect(session.state.curves.shortlist == 0 && session.state.curves.lost == pressed.state.curves.lost)
    #expect(session.state.curves.stage == pressed.state.curves.stage, "the line of shortlists has no length")
    session.click(1, line.row - 2)
    #expect(session.state.curves.shortlist == 0 && session.state.curves.stage != pressed.state.curves.stage)
  }

  @Test func aClickChoosesALostItemAndADoubleClickExploresItsQuery() throws {
    var session = session(120, 36, keys: "thh-")
    let first = try session.find("▌", below: try session.find("lost item").row)
    let chosen = session.state.curves.lost[2]
    session.click(10, first.row + 2)
    #expect(session.state.curves.cursor == 2 && session.state.view == .curves)
    session.click(10, first.row + 2)
    #expect(session.state.view == .explore && session.state.query.id == chosen.query)
  }

  @Test func whereNothingIsMeasuredAClickChoosesNothing() {
    var session = Session(80, 24, bench: Bench.workbench(queries: Bench.queries, qrels: Qrels()))
    session.press("<enter><f4>")
    let before = session.state.curves
    for row in 0..<23 { session.click(20, row) }
    #expect(session.state.curves == before && session.state.view == .curves)
  }
}
