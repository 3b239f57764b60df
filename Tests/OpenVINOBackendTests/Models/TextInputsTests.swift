import Testing

@testable import OpenVINOBackend

@Suite struct TextInputsTests {
  @Test func fillsRowsAndHidesWhatItFilled() {
    let inputs = TextInputs(
      slots: [
        .init(role: .mask), .init(role: .ids, element: .i32), .init(role: .types), .init(role: .positions),
      ],
      length: .upTo(8), padding: 9)
    let tensors = inputs.tensors(for: [[5, 6], [7, 8, 4]], columns: 4)
    #expect(tensors.map(\.shape) == [[2, 4], [2, 4], [2, 4], [2, 4]])
    #expect(tensors[0].values == .i64([1, 1, 0, 0, 1, 1, 1, 0]))
    #expect(tensors[1].values == .i32([5, 6, 9, 9, 7, 8, 4, 9]))
    #expect(tensors[2].values == .i64([0, 0, 0, 0, 0, 0, 0, 0]))
    #expect(tensors[3].values == .i64([0, 1, 1, 1, 0, 1, 2, 2]))
  }

  @Test(
    arguments: [
      (TextInputs.PooledToken.last, [3, 2]), (.first(id: 7), [1, 2]), (.largest, [1, 0]),
    ] as [(TextInputs.PooledToken, [Int64])])
  func findsTheTokenWhoseVectorCounts(token: TextInputs.PooledToken, expected: [Int64]) {
    let inputs = TextInputs(
      slots: [.init(role: .pooledPosition)], length: .upTo(8), padding: 0, pooledToken: token)
    let tensor = inputs.tensors(for: [[1, 7, 3, 7], [5, 5, 2]], columns: 4)[0]
    #expect(tensor.shape == [2])
    #expect(tensor.values == .i64(expected))
  }
}
