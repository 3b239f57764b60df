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
    #expect(VectorPrecision.int8.bytes(dimensions: 256) == 256)
    #expect(VectorPrecision.binary.bytes(dimensions: 20) == 3)
  }
}
