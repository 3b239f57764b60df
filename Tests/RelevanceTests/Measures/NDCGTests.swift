import Foundation
import Relevance
import TestSupport
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

  @Test func negativeGradesGainNothing() {
    let grades = [DocumentID("a"): -2, DocumentID("b"): 1]
    #expect(NDCG(cutoff: 5).score(ranking: documents("a", "b"), grades: grades) == 1 / log2(3))
  }

  /// Recorded output of trec_eval (`-c -q`, four decimals) for a BM25 run over 150 queries.
  @Test(.enabled(if: SharedData.path("esci-150/bm25.run") != nil, Comment(rawValue: SharedData.absence)))
  func matchesTrecEvalOnEveryQueryOfESCI() throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: #require(SharedData.path("esci-150/\(name)")), encoding: .utf8)
    }
    let run = try Run(trec: text("bm25.run"))
    let qrels = try Qrels(trec: text("qrels.txt"))
    let measure = NDCG(cutoff: 10)
    var compared = 0
    var sum = 0.0
    for line in try text("golden.trec_eval.txt").split(separator: "\n") {
      let columns = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard columns.count == 3, columns[0] == measure.name, let golden = Double(columns[2]) else { continue }
      if columns[1] == "all" {
        #expect(abs(sum / Double(qrels.grades.count) - golden) < 6e-5)
        continue
      }
      let score = measure.score(ranking: run[columns[1]].map(\.document), grades: qrels[columns[1]])
      #expect(abs(score - golden) < 6e-5, "query \(columns[1])")
      sum += score
      compared += 1
    }
    #expect(compared == qrels.grades.count && compared == 150)
  }
}
