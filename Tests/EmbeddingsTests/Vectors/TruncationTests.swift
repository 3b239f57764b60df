import Embeddings
import Testing

@Suite struct TruncationTests {
  private let card = EncoderCard(id: "tiny", fingerprint: "f", dimensions: [2, 4])

  @Test func prefixIsScaledToUnitLength() throws {
    let truncation = try Truncation(to: 2, of: card)
    #expect(truncation.applied(to: [3, 4, 100, -7]) == [0.6, 0.8])
  }

  @Test func zeroPrefixStaysZero() throws {
    let truncation = try Truncation(to: 2, of: card)
    #expect(truncation.applied(to: [0, 0, 0.6, 0.8]) == [0, 0])
  }

  @Test func matrixIsTruncatedRowByRow() throws {
    let truncation = try Truncation(to: 2, of: card)
    let matrix = EmbeddingMatrix(dimensions: 4, values: [3, 4, 9, 9, 0, 0, 1, 0, 0, -2, 5, 5])
    let truncated = truncation.applied(to: matrix)
    #expect(truncated == EmbeddingMatrix(dimensions: 2, values: [0.6, 0.8, 0, 0, 0, -1]))
  }

  @Test func undeclaredLengthIsRefusedWithTheChoices() {
    let error = #expect(throws: UndeclaredTruncation.self) { try Truncation(to: 3, of: card) }
    #expect(error?.description == "tiny can't be cut to 3 dimensions; choose one of 2, 4")
  }
}
