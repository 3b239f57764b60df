extension GraphBuilder {
  /// What a position may look at.
  enum AttentionMask {
    /// Everything.
    case none
    /// Itself and what is before it.
    case causal
    /// What a bias of 0 rather than −∞ lets through; `[batch, 1, 1, length]`.
    case bias(GraphValue)
  }

  /// `[batch, length, heads · size]` as `[batch, heads, length, size]`.
  mutating func splitHeads(_ value: GraphValue, heads: Int, size: Int) -> GraphValue {
    transpose(reshape(value, [0, 0, heads, size]), [0, 2, 1, 3])
  }

  /// `[batch, heads, length, size]` as `[batch, length, heads · size]`.
  mutating func joinHeads(_ value: GraphValue, width: Int) -> GraphValue {
    reshape(transpose(value, [0, 2, 1, 3]), [0, 0, width])
  }

  /// Computes softmax(QKᵀ/√size + mask)·V for each head.
  ///
  /// Vaswani et al. 2017.
  mutating func attention(
    _ query: GraphValue, _ key: GraphValue, _ value: GraphValue, size: Int, mask: AttentionMask
  ) -> GraphValue {
    var inputs = [query, key, value]
    var isCausal = false
    switch mask {
    case .none: break
    case .causal: isCausal = true
    case .bias(let bias): inputs += [bias, number(1 / Float(size).squareRoot())]
    }
    return add(
      "ScaledDotProductAttention", "opset13", ["causal": "\(isCausal)"], inputs: inputs, element: .f32)
  }

  /// The bias that hides positions whose entry in `mask` (`[batch, length]`, whole numbers) is 0.
  mutating func bias(hiding mask: GraphValue) -> GraphValue {
    let shown = convert(unsqueeze(mask, [1, 2]), to: .f32)
    return multiply(subtract(number(1), shown), number(-3e38))
  }
}
