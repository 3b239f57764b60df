import Relevance
import Testing

@Suite struct JudgedTests {
  private let grades = [DocumentID("a"): 3, DocumentID("b"): 0, DocumentID("c"): -1]
  private let ranking = ["x", "a", "b", "y", "c"].map { DocumentID($0) }

  @Test(arguments: [(1, 0.0), (2, 0.5), (3, 2.0 / 3), (4, 0.5), (5, 0.6), (10, 0.6)])
  func countsJudgedOverWhatWasLookedAt(cutoff: Int, expected: Double) {
    #expect(Judged(cutoff: cutoff).score(ranking: ranking, grades: grades) == expected)
  }

  @Test func saysHowMany() {
    #expect(Judged(cutoff: 3).count(ranking: ranking, grades: grades) == 2)
    #expect(Judged(cutoff: 10).name == "Judged@10")
  }
}
