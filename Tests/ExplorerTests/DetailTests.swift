import Explorer
import Relevance
import Retrieval
import TerminalUI
import Testing

/// The detail pane by its keys.
@Suite struct DetailTests {
  @Test func asksForDetailOfWhatIsUnderTheCursor() {
    var session = Session()
    session.press("red mug<enter>")
    #expect(session.inspections.isEmpty)
    session.press("v")
    #expect(session.inspections.map(\.ordinal) == [0])
    session.press("j")
    #expect(session.inspections.map(\.ordinal) == [0, 1])
    session.press("v")
    #expect(session.inspections.count == 2, "another page of the same item needs no new answer")
    session.press("-")
    #expect(session.inspections.last?.plan.dense?.dimensions == 128, "another plan has another explanation")
    session.press("vv")
    #expect(session.state.detail == .off)
    session.press("x")
    #expect(session.state.detail == .explanation)
    session.press("<esc>")
    #expect(session.state.detail == .off)
  }

  @Test func scrollsDetailNoFurtherThanItGoes() {
    var session = Session(80, 24)
    session.press("red mug<enter>lxJJ")
    #expect(session.state.detailScroll == 2)
    session.press(String(repeating: "J", count: 50))
    let last = session.state.detailScroll
    #expect((3..<60).contains(last))
    session.press("K")
    #expect(session.state.detailScroll == last - 1)
    session.press("j")
    #expect(session.state.detailScroll == 0, "another item starts at its top")
  }

  @Test func dropsDetailThatComesLate() {
    var session = Session()
    session.press("red mug<enter>v")
    session.answers = false
    session.press("jj")
    let late = session.inspections.suffix(2)
    for request in late { session.send(Bench.detail(request)) }
    #expect(session.state.inspection.reply?.ordinal == 2)
    session.send(Bench.detail(late[late.startIndex]))
    #expect(session.state.inspection.reply?.ordinal == 2)
  }
}
