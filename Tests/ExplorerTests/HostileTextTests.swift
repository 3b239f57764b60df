import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Nothing that a catalogue, a query set or an error message says can reach the terminal as a control.
@Suite struct HostileTextTests {
  private static let attack =
    "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}\r\nrm -rf\u{0}\u{7F}桜\u{301}\u{301}👨‍👩‍👧"

  @Test(arguments: [(80, 24), (120, 36), (60, 20)])
  func neverReachesACell(columns: Int, rows: Int) {
    let attack = Self.attack
    let bench = Workbench(
      catalogue: attack, encoder: attack, dimensions: [16], itemCount: 1,
      queries: [Query(id: QueryID(attack), text: attack, kind: attack, split: attack)], qrels: Qrels(),
      judgments: KnownJudgments(),
      scale: .zeroToThree, journal: attack)
    var state = ExplorerState(
      bench: bench, size: Size(columns: columns, rows: rows), pictures: .sixel(cellWidth: 9, cellHeight: 19),
      query: attack)
    let item = RankedItem(
      ordinal: 0, rank: 1, score: 1,
      parts: [ScorePart(name: attack, value: 1), ScorePart(name: attack, value: 0, laneRank: 1)])
    for case .search(let request) in state.start() where request.column == 0 {
      let card = ItemCard(
        id: DocumentID(attack), title: attack, facts: [attack, attack], picture: PictureID(attack))
      _ = state.reduce(
        .searched(
          SearchReply(
            column: 0, generation: request.generation,
            outcome: SearchOutcome(items: [item], matched: 1, exactness: .scanned), cards: [card], seconds: 0)
        ))
      _ = state.reduce(.searchFailed(column: 1, generation: request.generation + 1, SearchFailure(attack)))
    }
    for key in Script.keys("<enter>xvvv3") {
      for case .inspect(let request) in state.reduce(.terminal(.key(key))) {
        let fields = [ItemField(name: attack, value: attack)]
        let node = Explanation(attack, value: 1, details: [Explanation(attack, value: 1)])
        _ = state.reduce(
          .inspected(
            InspectReply(generation: request.generation, ordinal: 0, fields: fields, explanation: node)))
      }
      expectNoControls(draw(state))
    }
    _ = state.reduce(.notice(attack))
    expectNoControls(draw(state))
  }

  private func expectNoControls(_ screen: Screen) {
    for cell in screen.cells {
      for scalar in cell.text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
          Issue.record("U+\(String(scalar.value, radix: 16)) in a cell")
        default: break
        }
      }
    }
  }
}
