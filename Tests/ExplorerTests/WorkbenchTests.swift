import Explorer
import Relevance
import Testing

@Suite struct WorkbenchTests {
  @Test func keepsWhatItIsGiven() {
    let bench = Workbench(
      catalogue: "sample", encoder: "assay-default-1", dimensions: [16, 32], itemCount: 3, queries: [],
      qrels: Qrels(), judgments: KnownJudgments(Qrels(["q": [DocumentID("a"): 2]])), scale: .zeroToThree,
      journal: "j")
    #expect(bench.judgments.grades["q", DocumentID("a")] == 2)
  }
}
