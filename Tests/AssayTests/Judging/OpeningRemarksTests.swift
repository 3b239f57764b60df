import Relevance
import Testing

@testable import assay

@Suite struct OpeningRemarksTests {
  private func judgment(_ assessor: String, _ item: String, _ scale: String, _ decision: Decision) -> Judgment
  {
    Judgment(
      time: "t", assessor: assessor, queryID: "q", query: "q", item: DocumentID(item), scale: scale,
      decision: decision, itemHash: "")
  }

  @Test func saysWhatAGradeWouldReplaceAndWhoseGradesAreHidden() {
    let judgments = [
      judgment("ann", "a", "0-3", .grade(3)), judgment("ann", "b", "esci", .grade(1)),
      judgment("ann", "c", "binary", .grade(1)), judgment("ann", "d", "0-3", .skipped),
      judgment("bob", "a", "binary", .grade(1)), judgment("bob", "e", "0-3", .grade(1)),
    ]
    let binary = Scale.named("binary") ?? .zeroToThree
    func remarks(_ assessor: String, _ showsOthers: Bool = false) -> [String] {
      OpeningRemarks(judgments, assessor: assessor, scale: binary, showsOthers: showsOthers).sentences
    }
    #expect(
      remarks("ann") == [
        "2 grades on 0-3, esci are hidden; grading those items on binary replaces them",
        "1 grade is by another (bob) and not shown; --show-others shows them",
      ])
    #expect(
      remarks("bob", true) == ["1 grade on 0-3 is hidden; grading that item on binary replaces it"])
    #expect(OpeningRemarks([], assessor: "ann", scale: binary, showsOthers: false).sentences.isEmpty)
  }
}
