import Testing

@testable import Relevance

@Suite struct OverriddenGradesTests {
  private func judgment(
    _ item: String, _ scale: String, _ decision: Decision, by assessor: String = "ann"
  ) -> Judgment {
    Judgment(
      time: "t", assessor: assessor, queryID: "q", query: "q", item: DocumentID(item), scale: scale,
      decision: decision, itemHash: "")
  }

  @Test func countsWhatAnotherScaleReplaced() {
    let judgments = [
      judgment("a", "0-3", .grade(3)), judgment("b", "0-3", .grade(2)), judgment("c", "esci", .grade(1)),
      judgment("d", "0-3", .grade(1)), judgment("e", "0-3", .skipped),
      judgment("a", "binary", .grade(1)), judgment("b", "binary", .grade(1), by: "bob"),
      judgment("c", "binary", .cannotTell), judgment("d", "binary", .grade(0)),
      judgment("d", "0-3", .grade(2)), judgment("e", "binary", .grade(1)),
    ]
    let counts = OverriddenGrades(judgments).counts
    #expect(counts.map(\.scale) == ["0-3", "binary", "esci"] && counts.map(\.count) == [1, 1, 1])
    #expect(OverriddenGrades(judgments, choosing: JudgmentSelection(scales: ["0-3"])).counts.isEmpty)
  }
}
