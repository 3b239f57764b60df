import Foundation
import Relevance
import TestSupport
import Testing

@Suite struct MeasureExplanationTests {
  private var explained: [any Measure] {
    RandomTopic.measures + [Judged(cutoff: 5), Judged(cutoff: nil)]
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func sumsToTheScore(seed: UInt64) throws {
    let topic = RandomTopic.make(seed: seed, count: 12)
    #expect(RandomTopic.measures.count == 34)
    for measure in explained {
      let explanation = try #require(MeasureExplanation(measure, topic), "\(measure.title)")
      let sum = explanation.rows.reduce(0) { $0 + ($1.term?.value ?? 0) }
      let score = explanation.norm == 0 ? 0 : sum / explanation.norm
      let tolerance = measure.title.hasPrefix("srw") ? 0.005_000_1 : 1e-12
      #expect(abs(score - measure.score(topic)) <= tolerance, "\(measure.title), seed \(seed)")
      #expect(explanation.score == measure.score(topic))
      if explanation.rows.contains(where: { $0.ideal != nil }) {
        let ideal = explanation.rows.reduce(0) { $0 + ($1.ideal?.term.value ?? 0) }
        #expect(abs(ideal - explanation.norm) < 1e-12, "\(measure.title), seed \(seed)")
      }
    }
  }

  @Test func namesRanksDocumentsAndDefinition() throws {
    let topic = JudgedRanking(
      ranking: ["x", "a"].map { DocumentID($0) },
      grades: [DocumentID("a"): 2, DocumentID("b"): 3, DocumentID("c"): 1])
    let explanation = try #require(MeasureExplanation(NDCG(cutoff: 3), topic))
    #expect(explanation.title == "nDCG@3")
    #expect(explanation.definition.contains("log₂(rank + 1) to rank 3"))
    #expect(explanation.rows.map(\.rank) == [1, 2, 3])
    #expect(explanation.rows.map(\.document?.text) == ["x", "a", nil])
    #expect(explanation.rows.map(\.grade) == [nil, 2, nil])
    #expect(explanation.rows.map(\.ideal?.grade) == [3, 2, 1])
    #expect(explanation.rows[1].term?.gain == 2 && explanation.rows[1].term?.discount == log2(3))
    #expect(abs(explanation.norm - (3 + 2 / log2(3) + 0.5)) < 1e-12)
  }

  @Test func showsTheCondensedRankingWhereTheUnjudgedAreLeftOut() throws {
    let topic = JudgedRanking(
      ranking: ["x", "a"].map { DocumentID($0) }, grades: [DocumentID("a"): 1])
    let measure = try MeasureCatalogue.measure(named: "nDCG(judged_only=True)@3")
    let explanation = try #require(MeasureExplanation(measure, topic))
    #expect(explanation.rows.map(\.document?.text) == ["a"])
    #expect(explanation.score == 1 && measure.score(topic) == 1 && NDCG(cutoff: 3).score(topic) < 1)
  }

  @Test func countsHaveNothingToOpen() {
    let topic = RandomTopic.make(seed: 1, count: 5)
    #expect(MeasureExplanation(RelevantCount(), topic) == nil)
    #expect(MeasureExplanation(QueryCount(), topic) == nil)
  }
}
