import Relevance
import Testing

@Suite struct EvaluationReportTests {
  private func report(_ measure: any Measure, isJudgedOnly: Bool = false) throws -> EvaluationReport.Row {
    let run = try Run(trec: "q1 Q0 z 1 2.0 t\nq1 Q0 a 2 1.0 t\n")
    let qrels = try Qrels(trec: "q1 0 a 1\nq2 0 a 1\n")
    return EvaluationReport(
      run: run, qrels: qrels, measures: [measure], reading: .init(isJudgedOnly: isJudgedOnly),
      bootstrap: Bootstrap(resamples: 50, seed: 1)
    ).rows[0]
  }

  /// Nobody judged the first rank, and after the second nothing is known; a query without an answer is unknown whole.
  @Test func residualsAreAveragedLikeScores() throws {
    let row = try report(RankBiasedPrecision(persistence: 0.9, cutoff: nil))
    #expect(abs(try #require(row.queries[0].residual) - (0.1 + 0.81)) < 1e-12)
    #expect(abs(try #require(row.queries[1].residual) - 1) < 1e-12)
    #expect(abs(try #require(row.residual) - 0.955) < 1e-12)
    let condensed = try report(RankBiasedPrecision(persistence: 0.9, cutoff: nil), isJudgedOnly: true)
    #expect(abs(try #require(condensed.queries[0].residual) - 0.9) < 1e-12)
    #expect(try report(NDCG(cutoff: 10)).residual == nil)
  }
}
