import Relevance
import Retrieval
import Testing

@Suite struct SweepResultTests {
  private func sample(
    _ configuration: SweepConfiguration, _ values: [Double], ms: Double? = 1
  ) -> SweepSample {
    SweepSample(
      configuration: configuration, values: [values], coverage: values.map { _ in 0.5 }, milliseconds: ms)
  }

  private func dense(_ dimensions: Int, _ precision: VectorPrecision = .float32) -> SweepConfiguration {
    SweepConfiguration(.dense, DenseLane(dimensions: dimensions, precision: precision))
  }

  private func result(_ samples: [SweepSample]) -> SweepResult {
    SweepResult(
      measures: ["ndcg_cut_10"], queryCount: 4, coverageCutoff: 10, samples: samples,
      bootstrap: Bootstrap(resamples: 200, seed: 1))
  }

  @Test func retentionIsAgainstTheSameModeInFull() throws {
    let result = result([
      sample(dense(16), [0.2, 0.4, 0.1, 0.2]), sample(dense(64, .int8), [0.4, 0.8, 0.2, 0.4]),
      sample(dense(64), [0.4, 0.8, 0.2, 0.4]),
      sample(SweepConfiguration(.hybrid, DenseLane(dimensions: 64, precision: .binary)), [1, 1, 1, 1]),
      sample(.lexical, [0.1, 0.1, 0.1, 0.1]),
    ])
    let retention = result.points.map { $0.scores[0].retention }
    #expect(retention[0].map { abs($0.mean - 0.5) < 1e-12 } == true)
    // Every query keeps exactly half, so that no draw of queries changes the quotient.
    #expect(retention[0]?.interval.map { abs($0.low - 0.5) < 1e-12 && abs($0.high - 0.5) < 1e-12 } == true)
    #expect(retention[1]?.mean == 1 && retention[2]?.mean == 1)
    #expect(retention[3] == nil && retention[4] == nil)
    #expect(result.points.allSatisfy { $0.coverage == 0.5 })
  }

  @Test func aCurveIsOneStageOfOnePrecisionByLength() {
    var staged = DenseLane(dimensions: 64)
    staged.coarse = CoarseStage(dimensions: 16, precision: .binary, shortlist: 100)
    let result = result([
      sample(dense(64), [0, 0, 0, 0]), sample(dense(16), [0, 0, 0, 0]),
      sample(dense(64, .int8), [0, 0, 0, 0]),
      sample(SweepConfiguration(.dense, staged), [1, 1, 1, 1]),
    ])
    #expect(result.curve(.dense, .float32).map(\.configuration.dimensions) == [16, 64])
    #expect(result.curve(.dense, .int8).count == 1)
    #expect(result.curve(.hybrid, .int8).isEmpty)
    // A full configuration that scores 0 retains nothing that could be divided.
    #expect(result.points[1].scores[0].retention == nil)
    #expect(result.points[3].configuration.label == "dense 16 binary → top 100 → 64 float32")
  }

  @Test func atEqualCostTheBestIsWhatNothingCheaperReaches() {
    let result = result([
      sample(dense(64, .binary), [0.3, 0.3, 0.3, 0.3], ms: 5),  // 8 bytes
      sample(dense(16, .int8), [0.6, 0.6, 0.6, 0.6], ms: nil),  // 20 bytes
      sample(dense(64, .int8), [0.5, 0.5, 0.5, 0.5], ms: 2),  // 68 bytes
      sample(dense(16), [0.7, 0.7, 0.7, 0.7], ms: 2),  // 64 bytes
      sample(dense(8, .int8), [0.1, 0.1, 0.1, 0.1], ms: 1),  // 12 bytes
    ])
    let byBytes = result.ordered(by: .bytes, measure: 0)
    #expect(byBytes.map(\.point.configuration.bytes) == [8, 12, 20, 64, 68])
    #expect(byBytes.map(\.isBest) == [true, false, true, true, false])
    let byTime = result.ordered(by: .milliseconds, measure: 0)
    #expect(byTime.map(\.point.milliseconds) == [1, 2, 2, 5, nil])
    #expect(byTime.map(\.point.configuration.bytes) == [12, 64, 68, 8, 20])
    #expect(byTime.map(\.isBest) == [true, true, false, false, false])
  }

  @Test func modesDoNotBeatOneAnother() {
    let result = result([
      sample(.lexical, [0.9, 0.9, 0.9, 0.9], ms: 1), sample(dense(16), [0.4, 0.4, 0.4, 0.4], ms: 2),
      sample(SweepConfiguration(.hybrid, DenseLane(dimensions: 16)), [0.3, 0.3, 0.3, 0.3], ms: 3),
    ])
    let byBytes = result.ordered(by: .bytes, measure: 0)
    #expect(byBytes.map(\.point.configuration.mode) == [.dense, .hybrid, .lexical])
    #expect(byBytes.map(\.isBest) == [true, true, false])
    #expect(result.ordered(by: .milliseconds, measure: 0).map(\.isBest) == [true, true, true])
  }
}
