internal import Embeddings

/// The image tower of SigLIP and SigLIP 2: a vision transformer pooled by attention with a learnt query.
///
/// Zhai et al. 2023; Tschannen et al. 2025.
struct SigLIPVisionGraph: PictureGraph {
  let family = "SigLIP"
  let dimensions: Int
  let pooling = Pooling.attention
  let patches: PicturePatches
  private let layers: PreNormLayers

  /// Reads `config.json` of a SiglipModel or of an image tower alone.
  init(_ root: ConfigurationSection) throws(EncoderError) {
    let section = try root.section("vision_config") ?? root
    layers = try PreNormLayers(
      section,
      standard: .init(
        width: 768, layers: 12, heads: 12, hidden: 3072, epsilon: 1e-6, activation: "gelu_pytorch_tanh"))
    patches = try PicturePatches(section, size: 224, patch: 16, hasBias: true)
    dimensions = layers.width
    guard try section.truth("vision_use_head", default: true) else {
      throw section.unsupported("vision_use_head", supported: "true is")
    }
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let width = layers.width
    let pixels = patches.parameter(in: &graph)
    let squares = try patches.write(pixels, width: width, into: &graph)
    let places = try graph.weight(
      "vision_model.embeddings.position_embedding.weight", [patches.count, width])
    let states = try layers.write(graph.add(squares, places), "vision_model", mask: .none, into: &graph)
    let normal = try graph.layerNorm(
      states, "vision_model.post_layernorm", width, epsilon: layers.epsilon)
    return try pooled(normal, rows: graph.extent(0, of: pixels), into: &graph)
  }

  /// The layer that pools: multi-head attention in PyTorch's layout, which keeps its three matrices in one tensor.
  private func pooled(
    _ states: GraphValue, rows: GraphValue, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let width = layers.width
    let prefix = "vision_model.head."
    let shape = graph.concatenate([rows, graph.whole([1, width])], axis: 0)
    let probe = graph.broadcast(try graph.weight(prefix + "probe", [1, 1, width]), to: shape)
    var parts: [GraphValue] = []
    for (index, source) in [probe, states, states].enumerated() {
      let stretch = index * width..<(index + 1) * width
      let kernel = try graph.matrix(prefix + "attention.in_proj_weight", [3 * width, width], rows: stretch)
      let bias = try graph.weight(prefix + "attention.in_proj_bias", [3 * width], rows: stretch)
      parts.append(graph.add(graph.product(source, kernel, transposingRight: true), bias))
    }
    let seen = layers.attention(parts, mask: .none, into: &graph)
    let attended = try graph.linear(seen, prefix + "attention.out_proj", width, width)
    let normal = try graph.layerNorm(attended, prefix + "layernorm", width, epsilon: layers.epsilon)
    let finished = graph.add(attended, try layers.feedForward(normal, prefix + "mlp", into: &graph))
    return graph.firstToken(of: finished)
  }
}
