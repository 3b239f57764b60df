import Embeddings
import Testing

@Suite struct EmbeddingMatrixTests {
  @Test func rowsAreContiguousAndInOrder() {
    var matrix = EmbeddingMatrix(dimensions: 2)
    matrix.append([1, 2])
    matrix.append([3, 4])
    #expect(matrix.count == 2)
    #expect(Array(matrix.row(1)) == [3, 4])
    #expect(matrix.values == [1, 2, 3, 4])
  }
}
