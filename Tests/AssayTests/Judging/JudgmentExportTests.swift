import Relevance
import Storage
import Testing

@testable import assay

@Suite struct JudgmentExportTests {
  private func judgment(
    _ assessor: String, _ item: String, _ decision: Decision, scale: String = "0-3", note: String? = nil,
    implicit: Bool = false
  ) -> Judgment {
    Judgment(
      time: "", assessor: assessor, queryID: "q", query: "mug", item: DocumentID(item), scale: scale,
      decision: decision, note: note, itemHash: "", source: implicit ? .implicit("clicks") : .human)
  }

  private func export(
    _ judgments: [Judgment], resolving resolution: Resolution?,
    choosing selection: JudgmentSelection = JudgmentSelection()
  ) throws -> JudgmentExport {
    try JudgmentExport(
      judgments, choosing: selection, resolving: resolution,
      naming: QueryNaming(QuerySet(), judgments: judgments))
  }

  private var several: [Judgment] {
    [
      judgment("c", "p", .grade(0)), judgment("a", "p", .grade(3)),
      judgment("b", "p", .grade(3), note: "why"),
      judgment("a", "o", .cannotTell), judgment("log", "p", .grade(1), implicit: true),
      judgment("a", "n", .flagged(true)),
      judgment("a", "m", .grade(1)), judgment("a", "m", .withdrawn),
    ]
  }

  @Test func eachAssessorOrOneGrade() throws {
    let all = try export(several, resolving: nil).judgments
    #expect(all.map { "\($0.item) \($0.assessor)" } == ["n a", "o a", "p a", "p b", "p c"])
    #expect(all.map(\.grade) == [nil, nil, 3, 3, 0])
    #expect(all[0].isFlagged && all[1].isUnrateable && all[3].note == "why")
    for (resolution, grade) in [(Resolution.latest, 3), (.median, 3), (.majority, 3), (.max, 3)] {
      #expect(try export(several, resolving: resolution).judgments.map(\.grade) == [grade])
    }
    let clicks = try export(several, resolving: .latest, choosing: JudgmentSelection(sources: ["implicit"]))
    #expect(clicks.judgments.map(\.grade) == [1])
  }

  @Test func scalesDoNotMix() throws {
    let mixed = [judgment("a", "p", .grade(3)), judgment("a", "o", .grade(1), scale: "esci")]
    #expect(throws: CommandFailure.self) { try export(mixed, resolving: .latest) }
    let chosen = try export(mixed, resolving: .latest, choosing: JudgmentSelection(scales: ["esci"]))
    #expect(chosen.scale == .esci && chosen.judgments.count == 1)
    let own = try export([judgment("a", "p", .grade(7), scale: "mine")], resolving: nil)
    #expect(own.scale.id == "mine" && own.scale.grades == 0...7)
  }
}
