import Relevance
import Testing

@Suite struct QrelsJudgmentsTests {
  private func judgment(_ query: String, _ item: String, _ grade: Int?, by assessor: String = "a") -> Judgment
  {
    Judgment(
      time: "", assessor: assessor, queryID: query, query: "", item: DocumentID(item), scale: "0-3",
      grade: grade,
      itemHash: "")
  }

  @Test func theLastDecisionCounts() {
    let qrels = Qrels(judgments: [
      judgment("1", "x", 3), judgment("1", "y", 2), judgment("2", "x", 1), judgment("1", "x", 0, by: "b"),
      judgment("1", "y", nil), judgment("3", "z", 1), judgment("3", "z", nil), judgment("2", "x", nil),
      judgment("2", "x", 2),
    ])
    #expect(qrels == Qrels(["1": [DocumentID("x"): 0], "2": [DocumentID("x"): 2]]))
  }
}
