import Retrieval
import Testing

@testable import assay

@Suite struct SweepSelectionTests {
  @Test func theFullLengthComesFirstAndOnce() {
    let selection = SweepSelection(
      full: 64, lengths: [16, 64, 16], precisions: [.binary, .float32], textShare: 0.5)
    let labels = selection.configurations(modes: [.hybrid, .dense, .lexical], coarse: []).map(\.label)
    let stages = ["64 float32", "16 float32", "64 binary", "16 binary"]
    #expect(labels == stages.map { "dense " + $0 } + ["lexical"] + stages.map { "hybrid " + $0 })
  }

  @Test func coarseStagesStandBeforeTheFullLength() {
    let selection = SweepSelection(full: 64, lengths: [16], precisions: [.int8], textShare: 0.3)
    let coarse = CoarseStage(dimensions: 16, precision: .binary, shortlist: 100)
    let configurations = selection.configurations(modes: [.dense], coarse: [coarse])
    #expect(
      configurations.map(\.label) == [
        "dense 64 float32", "dense 16 int8", "dense 16 binary → top 100 → 64 float32",
      ])
    #expect(configurations.allSatisfy { $0.dense?.textShare == 0.3 })
  }
}
