import Retrieval
import Testing

@Suite struct SearchPlanTests {
  @Test func modeFollowsTheLanes() {
    let dense = DenseLane(dimensions: 64)
    #expect(SearchPlan(dense: dense, lexical: nil, depth: 10).mode == .dense)
    #expect(SearchPlan(dense: nil, lexical: LexicalLane(), depth: 10).mode == .lexical)
    #expect(SearchPlan(dense: dense, lexical: LexicalLane(), depth: 10).mode == .hybrid)
  }

  @Test func bytesPerVector() {
    #expect(VectorPrecision.float32.bytes(dimensions: 256) == 1024)
    #expect(VectorPrecision.int8.bytes(dimensions: 256) == 260)
    #expect(VectorPrecision.binary.bytes(dimensions: 20) == 3)
  }

  @Test func twoStagesTakeTheBytesOfBoth() {
    let coarse = CoarseStage(dimensions: 64, precision: .binary, shortlist: 400)
    #expect(DenseLane(dimensions: 256, precision: .int8).bytes == 260)
    #expect(DenseLane(dimensions: 256, precision: .int8, coarse: coarse).bytes == 268)
    #expect(coarse.summary == "64 binary → top 400")
  }
}
