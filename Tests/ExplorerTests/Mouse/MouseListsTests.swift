import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// Clicks in the lists and tables that one chooses from.
@Suite struct MouseListsTests {
  @Test func aClickRunsAnActionAndOneBesideTheListClosesIt() throws {
    var session = Session(160, 48)
    session.press("mug<enter>:fewer dim")
    let row = try session.find("fewer dimensions")
    session.click(row.column + 3, row.row)
    #expect(session.state.palette == nil && session.state.columns[0].settings.dimensions == 128)
    session.press(":")
    session.mouse(.wheelDown, 5, 5)
    #expect(session.state.palette?.selected == 1)
    session.mouse(.wheelUp, 5, 5)
    session.mouse(.wheelUp, 5, 5)
    #expect(session.state.palette?.selected == 0, "it stops at the ends")
    session.click(2, 20)
    #expect(session.state.palette == nil && session.state.cursor == 0)
  }

  @Test func aClickTakesACandidate() throws {
    var session = Session(pictures: .none)
    session.press("brand:<tab>")
    let row = try session.find("Harbour ")
    session.mouse(.wheelDown, row.column, row.row)
    #expect(session.state.completion?.selected == 1 && session.state.cursor == 0)
    session.click(row.column, row.row)
    #expect(session.state.field.text == "brand:Harbour " && session.state.completion == nil)
    session.press("brand:<tab>")
    session.click(100, 30)
    #expect(session.state.completion == nil && session.state.focus == .results)
  }

  @Test func aClickChoosesAQueryAndADoubleClickExploresIt() throws {
    var session = Session(
      80, 24, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.clock = 0
    session.press("<enter><f3>")
    let row = try session.find("steel tumbler")
    session.click(row.column, row.row)
    #expect(session.state.board.cursor == 1)
    session.click(5, 2)
    #expect(session.state.focusedColumn == 1, "the line of the second column")
    session.clock = 1000
    for _ in 0..<2 { session.click(row.column, row.row) }
    #expect(session.state.view == .explore && session.state.query.text == "steel tumbler")
    #expect(session.state.focus == .results)
  }

  @Test func aClickOnAnOrderSortsAsItsKeyDoes() throws {
    for page in ["", "t"] {
      var session = Session(
        120, 36, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
      session.judgesPairs = true
      session.press("<enter><f3>" + page)
      for order in QueryOrder.allCases.reversed() {
        let word = try session.find("\(order.key) \(order.name(on: session.state.board.page))")
        #expect(word.row == 0)
        var pressed = session
        pressed.press(String(order.key))
        for offset in [0, 2] {
          var clicked = session
          clicked.click(word.column + offset, 0)
          let (board, wanted) = (clicked.state.board, pressed.state.board)
          #expect(board.order == order && board.shown == wanted.shown, "\(order) by cell \(offset)")
          #expect(board.slices == wanted.slices, "\(order) by cell \(offset)")
        }
        session.press(String(order.key))
      }
      #expect(session.state.board.order == .set)
      let sorted = session.state.board
      session.click(try session.find("queries judged").column, 0)
      session.click(try session.find("sort").column, 0)
      #expect(session.state.board.order == sorted.order, "the words beside them are no keys")
    }
  }

  @Test func aClickChoosesSavedColumnsAndADoubleClickLoadsThem() throws {
    var session = Session.typing()
    session.clock = 0
    session.press("<enter>zsone<enter>zazstwo<enter>zpk")
    let row = try session.find("two")
    session.click(row.column, row.row + 1)
    #expect(session.state.presets?.cursor == 1)
    let first = try session.find("one")
    for _ in 0..<2 { session.click(first.column, first.row) }
    #expect(session.state.presets == nil && session.state.columns.count == 2)
  }

  @Test func aClickChoosesAQueryOfAMeanAndADoubleClickOpensItsScore() throws {
    var session = Session(
      80, 24, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.clock = 0
    session.press("<enter><f3>X")
    session.click(5, 8)
    guard case .mean(let mean)? = session.state.opened.last else { throw Session.Missing(text: "a mean") }
    #expect(mean.cursor > 0)
    session.click(5, 8)
    guard case .score(let score)? = session.state.opened.last else { throw Session.Missing(text: "a score") }
    #expect(score.request.query == mean.rows[mean.cursor].query)
  }
}
