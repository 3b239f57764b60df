import Explorer
import Relevance
import Testing

/// Walking through what was flagged for later.
@Suite struct FlagsTests {
  @Test func walksThroughTheFlaggedItemsOfTheSet() {
    var session = Session()
    session.press("red striped mug<enter>jfjjf]jf")
    #expect(session.state.query.id == "q-002")
    session.press("[")
    var seen: [String] = []
    for _ in 0..<4 {
      session.press("'")
      seen.append("\(session.state.query.id) \(session.state.current?.card.id.text ?? "")")
    }
    #expect(seen == ["q-001 p-1001", "q-001 p-1003", "q-002 p-1001", "q-001 p-1001"])
    #expect(session.state.notice?.text == "flag 1 of 3: p-1001 for “red striped mug”")
    session.press("f'")
    #expect(session.state.notice?.text == "flag 1 of 2: p-1003 for “red striped mug”")
  }

  @Test func flagsOfATypedQueryCountWhileItShows() {
    var session = Session()
    session.press("mug<enter>'")
    #expect(session.state.notice?.text == "no item of these queries is flagged; f flags one for later")
    session.press("jjfgg'")
    #expect(session.state.cursor == 2 && session.state.notice?.text == "flag 1 of 1: p-1002 for “mug”")
  }
}
