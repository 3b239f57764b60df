import Explorer
import Relevance
import TerminalUI
import Testing

@Suite struct SharingTests {
  private func copied(_ effects: [Effect]) -> CopyRequest? {
    effects.lazy.compactMap { if case .copy(let request) = $0 { request } else { nil } }.first
  }

  @Test func copiesIdRowAndQuery() throws {
    var session = Session()
    session.press("red striped mug<enter>j")
    let item = try #require(session.state.current)
    #expect(copied(session.press("yi"))?.text == item.card.id.text)
    let row = try #require(copied(session.press("yr")))
    let cells = row.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    #expect(cells.count == 5)
    #expect(cells.prefix(3) == ["2", item.card.id.text, item.card.title])
    #expect(cells[3] == item.card.facts.joined(separator: " · "))
    #expect(copied(session.press("yq"))?.text == "red striped mug")
  }

  @Test func copiesNothingOfWhatIsJudgedBlindly() {
    var session = Session(bench: Bench.workbench(scale: .binary))
    session.press("red striped mug<enter><f2>")
    #expect(copied(session.press("yr")) == nil)
    #expect(session.drafts.first?.decision == .grade(1), "y is a letter of the scale there")
  }

  @Test func saysWhenThereIsNothingToCopy() {
    var session = Session()
    session.press("<enter>")
    #expect(session.press("yq").isEmpty)
    #expect(session.state.notice == Notice("there is no query to copy"))
    var unanswered = Session(bench: Bench.workbench())
    unanswered.answers = false
    #expect(copied(unanswered.press("<enter>yi")) != nil, "the catalogue is listed")
  }

  @Test(arguments: ["", "<f2>", "<f5>"]) func whereThereIsNoItemNothingIsOpened(keys: String) {
    var session = Session()
    session.matched = 0
    session.scored = 0
    session.answers = keys.isEmpty
    session.press("mug<enter>" + keys)
    let effects = session.press("O")
    #expect(effects.allSatisfy { if case .open = $0 { false } else { true } })
    #expect(session.state.notice?.text == "there is no item to open; / goes to the query line")
  }

  @Test func opensTheItemUnderTheCursor() throws {
    var session = Session()
    session.press("mug<enter>jj")
    let card = try #require(session.state.current?.card)
    let effects = session.press("O")
    guard case .open(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.item == card.id && request.picture == card.picture)
  }
}
