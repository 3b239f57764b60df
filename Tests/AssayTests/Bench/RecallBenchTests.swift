import Retrieval
import Testing

@testable import assay

@Suite struct RecallBenchTests {
  @Test func overlapIsTheShareOfTheTruthAtTheSameDepth() {
    let truth: [UInt32] = Array(0..<20)
    let found: [UInt32] = Array(10..<30)
    let overlap = Overlap(of: [found, truth], with: [truth, truth])
    #expect(overlap.at10 == 0.5)  // nothing of the first query's ten, everything of the second's
    #expect(overlap.at100 == 0.75)  // ten of twenty, then all
    #expect(Overlap(of: [[]], with: [[]]).at10 == 1)
    #expect(Overlap(of: [[1, 2], []], with: [[1, 2, 3, 4], []]).at10 == 0.5)
  }

  @Test func everyPrecisionIsMeasuredAloneAndAsAFirstStage() {
    let all = RecallConfiguration.all(
      declared: [16, 32, 64], lengths: [32, 64], shortlists: [10], textShare: 1)
    let precisions = VectorPrecision.allCases.count
    #expect(all.count == 2 * precisions + 2 * precisions - 1)
    #expect(all.contains { $0.label == "32 int8" && $0.lane.coarse == nil })
    #expect(all.contains { $0.label == "32 binary → top 10, 64 float32" })
    #expect(!all.contains { $0.label == "64 float32 → top 10, 64 float32" })
    #expect(Set(all.map(\.label)).count == all.count)
  }
}
