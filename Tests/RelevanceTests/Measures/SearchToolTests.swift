import Foundation
import Relevance
import TestSupport
import Testing

/// One run, one set of judgments, and what each tool's definition makes of it: values found with those tools' code.
@Suite struct SearchToolTests {
  private static let isAbsent = SharedData.path("esci-150/bm25.run") == nil

  private static func mean(
    _ name: String, grades: [Int: Int] = [:], reading: Evaluation.Reading = .init()
  ) throws -> Double {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: #require(SharedData.path("esci-150/\(name)")), encoding: .utf8)
    }
    let qrels = try Qrels(trec: text("qrels.txt"))
    let mapped = Qrels(qrels.grades.mapValues { $0.mapValues { grades[$0] ?? $0 } })
    let measures = [try MeasureCatalogue.measure(named: name)]
    return try Evaluation(
      run: Run(trec: text("bm25.run")), qrels: mapped, measures: measures, reading: reading
    )
    .summary(at: 0)
  }

  @Test(
    .enabled(if: !isAbsent, Comment(rawValue: SharedData.absence)),
    arguments: [
      ("nDCG@10", 0.6911), ("quepid:nDCG@10", 0.3314), ("quepid-cut:nDCG@10", 0.6376),
      ("nDCG(dcg='exp-log2')@10", 0.6376), ("es-rank-eval:nDCG@10", 0.6523), ("srw:nDCG@10", 0.6375),
      ("nDCG(judged_only=True)@10", 0.7600), ("nDCG(gains='esci-paper')@10", 0.5658),
    ])
  func reproducesTheToolsMean(name: String, expected: Double) throws {
    let mean = try Self.mean(name)
    #expect(abs(mean - expected) < 6e-5, "\(name): \(mean)")
  }

  @Test(
    .enabled(if: !isAbsent, Comment(rawValue: SharedData.absence)),
    arguments: [("nDCG(gains='esci-paper')", 0.7318), ("nDCG(gains='esci-script')", 0.7205)])
  func reproducesESCIsOwnScores(name: String, expected: Double) throws {
    let mean = try Self.mean(name, reading: Evaluation.Reading(isJudgedOnly: true))
    #expect(abs(mean - expected) < 6e-5, "\(name): \(mean)")
  }

  /// The ratings that the workbench ships for the same collection: 100, 10, 1 and 0.
  @Test(.enabled(if: !isAbsent, Comment(rawValue: SharedData.absence)))
  func reproducesTheWorkbenchOnItsOwnRatings() throws {
    let mean = try Self.mean("srw:nDCG@10", grades: [3: 100, 2: 10, 1: 1, 0: 0])
    #expect(abs(mean - 0.5443) < 6e-5, "\(mean)")
  }

  @Test func namesApplyToWholeListsToo() throws {
    let catalogue = MeasureCatalogue(tool: .quepid)
    #expect(try catalogue.measures(named: "nDCG@10").map(\.name) == ["quepid:nDCG@10"])
    #expect(
      try catalogue.measures(named: "ndcg_cut.5,10").map(\.name) == ["quepid:nDCG@5", "quepid:nDCG@10"])
    #expect(throws: MeasureNameError.self) { try catalogue.measures(named: "P@10") }
    #expect(throws: MeasureNameError.self) { try catalogue.measures(named: "nDCG(dcg='exp-log2')@10") }
  }
}
