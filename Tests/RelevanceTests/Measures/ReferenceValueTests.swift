import Foundation
import Relevance
import TestSupport
import Testing

/// Values that trec_eval and ir_measures gave for rankings with every oddity; `Fixtures/measures/README.md` says how.
@Suite struct ReferenceValueTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/measures")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func agreesWithTheReferenceOnEveryValue() throws {
    let (run, qrels) = try (Run(trec: Self.text("odd.run")), Qrels(trec: Self.text("odd.qrels")))
    var compared: [String: Int] = [:]
    for line in try Self.text("expected.tsv").split(separator: "\n") {
      let columns = line.split(separator: "\t").map(String.init)
      let level = try #require(Int(columns[0]))
      let topic = Evaluation.Reading(level: level).topic(QueryID(columns[2]), run: run, qrels: qrels)
      let score = try MeasureCatalogue.measure(named: columns[1]).score(topic)
      let expected = try #require(Double(columns[3]))
      // gdeval prints five decimals.
      let tolerance = columns[1].hasPrefix("ERR") || columns[1].contains("exp-log2") ? 6e-6 : 2e-9
      #expect(abs(score - expected) < tolerance, "\(line): \(score)")
      compared[columns[1], default: 0] += 1
    }
    #expect(compared.count >= 40 && compared.values.allSatisfy { $0 >= 10 }, "\(compared)")
  }

  @Test func aJudgedQueryWithoutARankingScoresZero() throws {
    let evaluation = try Evaluation(
      run: Run(trec: Self.text("odd.run")), qrels: Qrels(trec: Self.text("odd.qrels")),
      measures: MeasureCatalogue().measures(named: "all"))
    let place = try #require(evaluation.queries.firstIndex(of: "7"))
    #expect(evaluation.queries.count == 40 && !evaluation.queries.contains("41"))
    #expect(!evaluation.isAnswered[place])
    for (measure, values) in zip(evaluation.measures, evaluation.values)
    where measure.summary == .mean {
      #expect(values[place] == 0, "\(measure.name)")
    }
  }

  /// Worked by hand and with other tools for one query: grades 1, unjudged, 2, 3, 0 in ranking order.
  @Test(arguments: [
    ("ERR", 0.2044), ("ERR(max=3)", 0.3540), ("RBP", 0.4304), ("RBP(max=3)", 0.2544), ("RBP(p=0.9)", 0.2539),
    ("RBP(p=0.9,max=3)", 0.1602), ("RBP(p=0.95)", 0.1380), ("RBP(p=0.95,max=3)", 0.0896), ("AP", 0.8056),
    ("AP@3", 0.5556), ("nDCG", 0.6913), ("nDCG@3", 0.4200), ("nDCG(dcg='exp-log2')@10", 0.5871),
    ("Judged@3", 0.6667), ("Judged@10", 0.8), ("Bpref", 1), ("infAP", 0.8056), ("R@3", 0.6667),
    ("nDCG(gains={1:0.01,2:0.1,3:1})", 0.4594), ("ndcg.3=1,2=0.1,1=0.01", 0.4594),
    ("ndcg.1=1,2=10,3=100", 0.4594),
  ])
  func hasTheValuesOfTheSmallExample(name: String, expected: Double) throws {
    let score = try MeasureCatalogue.measure(named: name).score(Self.small)
    #expect(abs(score - expected) < 6e-5, "\(score)")
  }

  @Test(arguments: [(0.8, 0.4877), (0.9, 0.6805), (0.95, 0.8213)])
  func theResidualHasTheTailToo(persistence: Double, expected: Double) throws {
    let measure = RankBiasedPrecision(persistence: persistence)
    #expect(abs(try #require(measure.residual(Self.small)) - expected) < 6e-5)
    let first = RankBiasedPrecision(persistence: 0.5, cutoff: 1)
    #expect(abs(try #require(first.residual(Self.small)) - 0.5) < 1e-12)
    #expect(NDCG(cutoff: 1).residual(Self.small) == nil)
  }

  private static let small = JudgedRanking(
    ranking: ["c", "z", "b", "a", "d"].map { DocumentID($0) },
    grades: ["a": 3, "b": 2, "c": 1, "d": 0, "e": 0].reduce(into: [:]) { $0[DocumentID($1.key)] = $1.value })
}
