internal import Embeddings

/// The layers that the towers of CLIP and SigLIP have in common: normalise, attend, add; normalise, think, add.
struct PreNormLayers: Sendable {
  let width: Int
  let epsilon: Double
  private let layers, heads, hidden: Int
  private let activation: Activation

  /// What a family has where a configuration says nothing, as in Hugging Face's configuration classes.
  struct Standard {
    let width, layers, heads, hidden: Int
    let epsilon: Double
    let activation: String
  }

  init(_ section: ConfigurationSection, standard: Standard) throws(EncoderError) {
    width = try section.count("hidden_size", default: standard.width)
    layers = try section.count("num_hidden_layers", default: standard.layers)
    heads = try section.count("num_attention_heads", default: standard.heads)
    hidden = try section.count("intermediate_size", default: standard.hidden)
    epsilon = try section.positive("layer_norm_eps", default: standard.epsilon)
    activation = try Activation(section, key: "hidden_act", default: standard.activation)
    guard width % heads == 0 else {
      throw section.unsupported(
        "num_attention_heads", supported: "hidden_size is \(width), no multiple of it")
    }
  }

  /// Adds all layers; their tensors begin with `prefix`, such as `text_model`.
  func write(
    _ states: GraphValue, _ prefix: String, mask: GraphBuilder.AttentionMask, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    var states = states
    for layer in 0..<layers {
      states = try block(states, "\(prefix).encoder.layers.\(layer).", mask: mask, into: &graph)
    }
    return states
  }

  /// W₂·act(W₁x), with tensors `prefix.fc1` and `prefix.fc2`.
  func feedForward(
    _ states: GraphValue, _ prefix: String, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let inner = graph.activation(activation, try graph.linear(states, prefix + ".fc1", hidden, width))
    return try graph.linear(inner, prefix + ".fc2", width, hidden)
  }

  /// Attention of `query` to `states`, both already multiplied by their matrices.
  func attention(
    _ parts: [GraphValue], mask: GraphBuilder.AttentionMask, into graph: inout GraphBuilder
  ) -> GraphValue {
    let size = width / heads
    let split = parts.map { graph.splitHeads($0, heads: heads, size: size) }
    return graph.joinHeads(
      graph.attention(split[0], split[1], split[2], size: size, mask: mask), width: width)
  }

  private func block(
    _ states: GraphValue, _ prefix: String, mask: GraphBuilder.AttentionMask, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let normal = try graph.layerNorm(states, prefix + "layer_norm1", width, epsilon: epsilon)
    var parts: [GraphValue] = []
    for name in ["q_proj", "k_proj", "v_proj"] {
      parts.append(try graph.linear(normal, "\(prefix)self_attn.\(name)", width, width))
    }
    let seen = attention(parts, mask: mask, into: &graph)
    let attended = graph.add(states, try graph.linear(seen, prefix + "self_attn.out_proj", width, width))
    let inner = try graph.layerNorm(attended, prefix + "layer_norm2", width, epsilon: epsilon)
    return graph.add(attended, try feedForward(inner, prefix + "mlp", into: &graph))
  }
}
