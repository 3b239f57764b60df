import Foundation
import Relevance
import Testing

@Suite struct NDCGTests {
  private func documents(_ names: String...) -> [DocumentID] { names.map { DocumentID($0) } }
  private let grades = ["a": 3, "b": 2, "c": 1, "d": 0, "e": 0]
    .reduce(into: [DocumentID: Int]()) { $0[DocumentID($1.key)] = $1.value }

  /// Values of pytrec_eval for the same lists.
  @Test func matchesTrecEvalOnAHandCheckedQuery() {
    let ranking = documents("c", "z", "b", "a", "d")
    #expect(abs(NDCG(cutoff: 10).score(ranking: ranking, grades: grades) - 0.6913) < 5e-5)
    #expect(abs(NDCG(cutoff: 3).score(ranking: ranking, grades: grades) - 0.4200) < 5e-5)
  }

  @Test func isOneForTheIdealRankingAndZeroWithoutRelevant() {
    #expect(NDCG(cutoff: 2).score(ranking: documents("a", "b"), grades: grades) == 1)
    #expect(NDCG(cutoff: 5).score(ranking: documents("d"), grades: grades) == 0)
    #expect(NDCG(cutoff: 5).score(ranking: documents("a"), grades: [DocumentID("a"): 0]) == 0)
    #expect(NDCG(cutoff: 5).score(ranking: [], grades: grades) == 0)
  }

  /// Discounts are kept for the first thousands of ranks and computed below them.
  @Test func theDiscountGoesOnFarDown() {
    for place in [4094, 4095, 4096, 4097, 5000] {
      let ranking = (0..<place).map { DocumentID("x\($0)") } + documents("a")
      let score = NDCG(cutoff: nil).score(ranking: ranking, grades: [DocumentID("a"): 1])
      #expect(abs(score - 1 / log2(Double(place + 2))) < 1e-12, "\(place)")
    }
  }

  @Test func negativeGradesGainNothing() {
    let grades = [DocumentID("a"): -2, DocumentID("b"): 1]
    #expect(NDCG(cutoff: 5).score(ranking: documents("a", "b"), grades: grades) == 1 / log2(3))
  }
}
