import Embeddings
import Retrieval
import Testing

/// Programmer errors trap where they are made instead of giving wrong rankings later.
@Suite struct PreconditionTests {
  @Test func lanesRefuseParametersOutOfRange() async {
    await #expect(processExitsWith: .failure) { _ = LexicalLane(k1: -1) }
    await #expect(processExitsWith: .failure) { _ = LexicalLane(b: 1.5) }
    await #expect(processExitsWith: .failure) { _ = LexicalLane(fieldWeights: ["title": .nan]) }
    await #expect(processExitsWith: .failure) { _ = DenseLane(dimensions: 16, textShare: 2) }
  }

  @Test func undeclaredDimensionsAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let vectors = EmbeddingMatrix(dimensions: 4, values: [1, 0, 0, 0])
      let index = DenseIndex(text: vectors, picture: vectors, dimensions: [2, 4])
      _ = index.scores(of: [1, 0, 0, 0], lane: DenseLane(dimensions: 3))
    }
  }
}
