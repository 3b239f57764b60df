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

  @Test func theNextOneIsBehindWhereOneStands() {
    let queries = (1...5).map { Query(id: QueryID("q-00\($0)"), text: "mug \($0)") }
    var session = Session(bench: Bench.workbench(queries: queries, qrels: Qrels()))
    session.press("mug 2<enter>f<f1>/<ctrl-u>mug 4<enter>f/<ctrl-u>mug 3<enter>'")
    #expect(session.state.query.id == "q-004" && session.state.notice?.text.hasPrefix("flag 2 of 2") == true)
    session.press("'")
    #expect(session.state.query.id == "q-002", "round again")
  }

  @Test func goesOnBehindAFlagThatWasTakenBack() {
    var session = Session()
    session.press("red striped mug<enter>fjfjf''")
    #expect(session.state.notice?.text.hasPrefix("flag 2 of 3: p-1001") == true)
    session.press("f'")
    #expect(session.state.notice?.text.hasPrefix("flag 2 of 2: p-1002") == true)
    #expect(session.state.current?.card.id == Bench.id(2))
  }

  @Test func saysThatAFlaggedItemIsNotListed() {
    var session = Session()
    session.press("mug<enter>jjf/<ctrl-u>red striped mug<enter>jjf]")
    session.gone = Bench.id(2)
    session.press("'")
    #expect(session.state.query.id == "q-001" && session.state.cursor == 0)
    #expect(session.state.notice?.isWarning == true)
    #expect(
      session.state.notice?.text.hasPrefix(
        "flag 1 of 1: p-1002 for “red striped mug” is not among the 9 listed") == true)
  }

  @Test func saysWhatListsAFlaggedItemThatIsFarDown() {
    var session = Session()
    session.matched = 300
    session.press("red striped mug<enter>G")
    #expect(session.state.ranking?.count == 300, "the list went on")
    session.press("Gf")
    let flagged = session.state.current?.card.id
    session.press("]'")
    #expect(session.state.query.id == "q-001" && session.state.cursor == 0)
    #expect(session.state.notice?.text.hasSuffix(" is not among the 100 listed; G lists more") == true)
    session.press("GG")
    #expect(session.state.current?.card.id == flagged)
  }

  @Test func saysThatTheRowOfAFlaggedItemIsHidden() {
    var session = Session()
    session.press("red striped mug<enter>fDDDD")
    #expect(session.state.current?.card.id != Bench.id(0), "the columns nearly agree about it")
    session.press("'")
    #expect(
      session.state.notice?.text
        == "flag 1 of 1: p-1000 for “red striped mug” is not among the rows that differ; D shows others")
  }

  @Test func anotherQueryForgetsWhatWasLookedFor() {
    var session = Session()
    session.press("red striped mug<enter>jjf]")
    session.answers = false
    session.press("'")
    #expect(session.state.query.id == "q-001")
    session.press("]")
    session.answerLatest()
    #expect(session.state.query.id == "q-002" && !session.state.isWaiting)
    #expect(session.state.cursor == 0, "the flag is one of another query")
  }
}
