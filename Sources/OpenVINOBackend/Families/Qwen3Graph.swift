internal import Embeddings

/// Qwen3 as an encoder.
///
/// A decoder with rotary positions and grouped queries, whose state at the last token is the text's vector. Zhang et
/// al. 2025.
struct Qwen3Graph: TextGraph {
  let family = "Qwen3"
  let dimensions: Int
  let inputs: TextInputs
  let pooling = Pooling.last
  private let layers, heads, groups, size, hidden, vocabulary: Int
  private let epsilon: Double
  private let activation: Activation
  private let positions: RotaryPositions

  init(_ section: ConfigurationSection, limit: Int?) throws(EncoderError) {
    dimensions = try section.count("hidden_size")
    layers = try section.count("num_hidden_layers")
    heads = try section.count("num_attention_heads")
    groups = try section.count("num_key_value_heads", default: heads)
    size = try section.count("head_dim", default: 128)
    hidden = try section.count("intermediate_size")
    vocabulary = try section.count("vocab_size")
    epsilon = try section.positive("rms_norm_eps", default: 1e-6)
    activation = try Activation(section, key: "hidden_act", default: "silu")
    positions = try RotaryPositions(section, size: size)
    guard heads % groups == 0 else {
      throw section.unsupported(
        "num_key_value_heads", supported: "num_attention_heads is \(heads), no multiple of it")
    }
    for key in ["attention_bias", "use_sliding_window"] {
      guard try !section.truth(key, default: false) else {
        throw section.unsupported(key, supported: "false is")
      }
    }
    // Fine-tuned variants say so when their tokens see those behind them, or when only some layers see all.
    try section.require("is_causal", among: "true", supported: "true is")
    try section.require("use_bidirectional_attention", among: "false", supported: "false is")
    try section.require("partial_rotary_factor", among: "1", "1.0", supported: "1 is")
    try section.require("layer_types", allOf: "full_attention")
    let most = try section.count("max_position_embeddings", default: 32768)
    inputs = TextInputs(
      slots: [.init(role: .ids), .init(role: .pooledPosition)], length: .upTo(min(limit ?? most, most)),
      padding: 0)
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let ids = graph.parameter(.ids)
    let last = graph.parameter(.pooledPosition)
    let prefix = graph.prefix(of: "embed_tokens.weight", among: ["", "model."])
    let words = try graph.weight(prefix + "embed_tokens.weight", [vocabulary, dimensions])
    var states = graph.gather(words, ids, axis: 0)
    let angles = positions.write(along: ids, into: &graph)
    for layer in 0..<layers {
      states = try block(states, angles, "\(prefix)layers.\(layer).", into: &graph)
    }
    let token = graph.tokens(at: last, of: states)
    return try graph.rootMeanSquareNorm(token, prefix + "norm.weight", dimensions, epsilon: epsilon)
  }

  private func block(
    _ states: GraphValue, _ angles: RotaryPositions.Angles, _ prefix: String, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let normal = try graph.rootMeanSquareNorm(
      states, prefix + "input_layernorm.weight", dimensions, epsilon: epsilon)
    let query = try rotated(normal, angles, prefix + "self_attn.q", heads, into: &graph)
    let key = try rotated(normal, angles, prefix + "self_attn.k", groups, into: &graph)
    let value = graph.splitHeads(
      try graph.linear(normal, prefix + "self_attn.v_proj", groups * size, dimensions, hasBias: false),
      heads: groups, size: size)
    let seen = graph.attention(
      query, shared(key, into: &graph), shared(value, into: &graph), size: size, mask: .causal)
    let joined = graph.joinHeads(seen, width: heads * size)
    let attended = graph.add(
      states,
      try graph.linear(joined, prefix + "self_attn.o_proj", dimensions, heads * size, hasBias: false))
    let inner = try graph.rootMeanSquareNorm(
      attended, prefix + "post_attention_layernorm.weight", dimensions, epsilon: epsilon)
    return graph.add(attended, try feedForward(inner, prefix + "mlp.", into: &graph))
  }

  /// Queries or keys: multiplied, normalised for each head by itself, rotated by their place.
  private func rotated(
    _ states: GraphValue, _ angles: RotaryPositions.Angles, _ prefix: String, _ count: Int,
    into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let flat = try graph.linear(states, prefix + "_proj", count * size, dimensions, hasBias: false)
    let split = graph.splitHeads(flat, heads: count, size: size)
    let normal = try graph.rootMeanSquareNorm(split, prefix + "_norm.weight", size, epsilon: epsilon)
    return positions.rotate(normal, by: angles, into: &graph)
  }

  /// Each key or value head as often as there are query heads that share it.
  private func shared(_ value: GraphValue, into graph: inout GraphBuilder) -> GraphValue {
    let times = heads / groups
    guard times > 1 else { return value }
    let copy = graph.unsqueeze(value, [2])
    let copies = graph.concatenate([GraphValue](repeating: copy, count: times), axis: 2)
    return graph.reshape(copies, [0, heads, -1, size])
  }

  /// A gated layer (Shazeer 2020).
  private func feedForward(
    _ states: GraphValue, _ prefix: String, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let gate = try graph.linear(states, prefix + "gate_proj", hidden, dimensions, hasBias: false)
    let open = graph.activation(activation, gate)
    let inner = graph.multiply(
      open, try graph.linear(states, prefix + "up_proj", hidden, dimensions, hasBias: false))
    return try graph.linear(inner, prefix + "down_proj", dimensions, hidden, hasBias: false)
  }
}
