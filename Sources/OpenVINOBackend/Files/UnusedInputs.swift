/// Inputs of a graph that the tower doesn't need, and what they are given so that the graph runs: a combined export has
/// both towers in one graph.
struct UnusedInputs: Hashable, Sendable {
  /// What to give, by the input's place among all.
  private(set) var tensors: [Int: Tensor] = [:]

  /// Whether nothing is unused.
  var isEmpty: Bool { tensors.isEmpty }

  /// Takes an input as unused, in the smallest shape that it may have.
  /// - Returns: `false` for one that can't be filled.
  mutating func fill(_ port: NetworkPort, at place: Int, with number: Int, open extent: Int = 1) -> Bool {
    guard let shape = port.shape, let element = port.element else { return false }
    let extents = shape.enumerated().map { axis, found in found ?? (axis == 0 ? 1 : extent) }
    let count = extents.reduce(1, *)
    let values: Tensor.Values
    switch element {
    case .f32: values = .f32([Float](repeating: Float(number), count: count))
    case .i64: values = .i64([Int64](repeating: Int64(number), count: count))
    case .i32: values = .i32([Int32](repeating: Int32(number), count: count))
    default: return false
    }
    tensors[place] = Tensor(values: values, shape: extents)
    return true
  }

  /// All inputs of the graph in their order.
  func completing(_ used: [Tensor]) -> [Tensor] {
    var all = used
    for (place, tensor) in tensors.sorted(by: { $0.key < $1.key }) { all.insert(tensor, at: place) }
    return all
  }
}
