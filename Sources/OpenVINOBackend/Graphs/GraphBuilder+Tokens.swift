internal import Embeddings

extension GraphBuilder {
  /// Learnt vectors of the places of a row: the rows of a tensor from `start` on, as many as `ids` has columns.
  mutating func positions(
    _ name: String, _ shape: [Int], from start: Int = 0, along ids: GraphValue
  ) throws(EncoderError) -> GraphValue {
    let table = try weight(name, shape)
    let end = add(extent(1, of: ids), whole([start]))
    return slice(table, axis: 0, from: whole([start]), to: end)
  }

  /// The mean of the token vectors whose entry in `mask` is 1.
  mutating func mean(of states: GraphValue, where mask: GraphValue) -> GraphValue {
    let shown = convert(unsqueeze(mask, [2]), to: .f32)
    let count = maximum(sum(shown, axis: 1), number(1))
    return divide(sum(multiply(states, shown), axis: 1), count)
  }

  /// The first token's vector of each row.
  mutating func firstToken(of states: GraphValue) -> GraphValue {
    gather(states, whole(0), axis: 1)
  }

  /// The token vector of each row that `positions` names.
  mutating func tokens(at positions: GraphValue, of states: GraphValue) -> GraphValue {
    gather(states, positions, axis: 1, batchAxes: 1)
  }
}
