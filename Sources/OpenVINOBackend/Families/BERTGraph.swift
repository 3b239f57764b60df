internal import Embeddings

/// The shape of BERT and of RoBERTa, whose positions begin behind the padding's id.
///
/// BERT (Devlin et al. 2019): MiniLM, E5, BGE. XLM-R (Conneau et al. 2020): multilingual E5, BGE-M3.
struct BERTGraph: TextGraph {
  let family: String
  let dimensions: Int
  let inputs: TextInputs
  let pooling: Pooling
  private let layers, heads, hidden, vocabulary, positions, types: Int
  private let firstPosition: Int
  private let epsilon: Double
  private let activation: Activation

  /// Reads a configuration; `isRoBERTa` is whether positions are counted from behind the padding's id.
  init(
    _ section: ConfigurationSection, isRoBERTa: Bool, pooling: Pooling, limit: Int?
  ) throws(EncoderError) {
    family = isRoBERTa ? "XLM-RoBERTa" : "BERT"
    self.pooling = pooling
    dimensions = try section.count("hidden_size")
    layers = try section.count("num_hidden_layers")
    heads = try section.count("num_attention_heads")
    hidden = try section.count("intermediate_size")
    vocabulary = try section.count("vocab_size")
    positions = try section.count("max_position_embeddings")
    types = try section.count("type_vocab_size", default: isRoBERTa ? 1 : 2)
    epsilon = try section.positive("layer_norm_eps", default: isRoBERTa ? 1e-5 : 1e-12)
    activation = try Activation(section, key: "hidden_act", default: "gelu")
    let padding = try section.whole("pad_token_id", default: isRoBERTa ? 1 : 0)
    firstPosition = isRoBERTa ? padding + 1 : 0
    guard dimensions % heads == 0 else {
      throw section.unsupported(
        "num_attention_heads", supported: "hidden_size is \(dimensions), no multiple of it")
    }
    guard try section.text("position_embedding_type", default: "absolute") == "absolute" else {
      throw section.unsupported("position_embedding_type", supported: "absolute is")
    }
    try section.require("is_decoder", among: "false", supported: "false is")
    guard pooling == .mean || pooling == .first || pooling == .last else {
      throw .malformedModel(
        path: section.path,
        reason: "the pooling '\(pooling.rawValue)' does not exist for \(family); mean, first and last do")
    }
    guard (0..<positions).contains(firstPosition) else {
      throw section.unsupported(
        "pad_token_id", supported: "it must lie below max_position_embeddings (\(positions))")
    }
    let most = positions - firstPosition
    inputs = TextInputs(
      slots: [.init(role: .ids), .init(role: .mask)]
        + (pooling == .last ? [.init(role: .pooledPosition)] : []),
      length: .upTo(min(limit ?? most, most)), padding: Int32(padding))
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let ids = graph.parameter(.ids)
    let mask = graph.parameter(.mask)
    let last = pooling == .last ? graph.parameter(.pooledPosition) : nil
    let prefix = graph.prefix(
      of: "embeddings.word_embeddings.weight", among: ["", "bert.", "roberta.", "model."])
    let bias = graph.bias(hiding: mask)
    var states = try embeddings(of: ids, prefix + "embeddings.", into: &graph)
    for layer in 0..<layers {
      states = try block(states, bias, "\(prefix)encoder.layer.\(layer).", into: &graph)
    }
    if let last { return graph.tokens(at: last, of: states) }
    return pooling == .first ? graph.firstToken(of: states) : graph.mean(of: states, where: mask)
  }

  private func embeddings(
    of ids: GraphValue, _ prefix: String, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let words = try graph.weight(prefix + "word_embeddings.weight", [vocabulary, dimensions])
    let places = try graph.positions(
      prefix + "position_embeddings.weight", [positions, dimensions], from: firstPosition, along: ids)
    let type = try graph.weight(prefix + "token_type_embeddings.weight", [types, dimensions], rows: 0..<1)
    let sum = graph.add(graph.gather(words, ids, axis: 0), graph.add(places, type))
    return try graph.layerNorm(sum, prefix + "LayerNorm", dimensions, epsilon: epsilon)
  }

  private func block(
    _ states: GraphValue, _ bias: GraphValue, _ prefix: String, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let size = dimensions / heads
    var parts: [GraphValue] = []
    for name in ["query", "key", "value"] {
      let part = try graph.linear(states, "\(prefix)attention.self.\(name)", dimensions, dimensions)
      parts.append(graph.splitHeads(part, heads: heads, size: size))
    }
    let seen = graph.joinHeads(
      graph.attention(parts[0], parts[1], parts[2], size: size, mask: .bias(bias)), width: dimensions)
    let attended = try graph.layerNorm(
      graph.add(states, try graph.linear(seen, prefix + "attention.output.dense", dimensions, dimensions)),
      prefix + "attention.output.LayerNorm", dimensions, epsilon: epsilon)
    let inner = graph.activation(
      activation, try graph.linear(attended, prefix + "intermediate.dense", hidden, dimensions))
    return try graph.layerNorm(
      graph.add(attended, try graph.linear(inner, prefix + "output.dense", dimensions, hidden)),
      prefix + "output.LayerNorm", dimensions, epsilon: epsilon)
  }
}
