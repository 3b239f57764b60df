import Relevance
import Testing

@testable import assay

@Suite struct DerivationTests {
  private func grades(_ clicks: [(item: String, clicks: Int)]) throws -> ImplicitGrades {
    var log = ClickLog()
    for entry in clicks {
      log.add(
        ClickRecord(
          queryID: "q", item: DocumentID(entry.item), position: 1, impressions: 200, clicks: entry.clicks))
    }
    return try #require(ImplicitGrades(log, scale: .zeroToThree))
  }

  private func derivation(_ name: String = "clicks") -> Derivation {
    Derivation(
      name: name, time: "t", window: "2026-09-07…2026-09-14", naming: QueryNaming(QuerySet()), items: nil)
  }

  @Test func derivingAgainReplacesWhatWasDerivedUnderTheName() throws {
    let first = derivation().decisions(try grades([("a", 100), ("b", 10), ("c", 0)]), replacing: [])
    #expect(first.allSatisfy { $0.source == .implicit("clicks") && $0.grade != nil })
    #expect(derivation().decisions(try grades([("a", 100), ("b", 10), ("c", 0)]), replacing: first).isEmpty)
    let second = derivation().decisions(try grades([("a", 100), ("b", 10)]), replacing: first)
    #expect(second.first { $0.item.text == "c" }?.decision == .withdrawn)
    let standing = StandingJudgments(first + second, choosing: JudgmentSelection(sources: ["implicit"]))
    #expect(standing.grades.map(\.item.text).sorted() == ["a", "b"])
    #expect(
      derivation("other").decisions(try grades([("a", 100)]), replacing: first).map(\.decision) == [.grade(1)]
    )
    #expect(Qrels(judgments: first).count == 0)
  }
}
