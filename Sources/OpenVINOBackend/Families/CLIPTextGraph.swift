internal import Embeddings

/// The text tower of CLIP.
///
/// Tokens see only what is before them, and the one that ends the text is projected into the space shared with
/// pictures. Radford et al. 2021.
struct CLIPTextGraph: TextGraph {
  let family = "CLIP"
  let dimensions: Int
  let inputs: TextInputs
  let pooling = Pooling.end
  private let layers: PreNormLayers
  private let embeddings: TokenEmbeddings

  /// Reads `config.json` of a CLIPModel or of a text tower alone.
  init(_ root: ConfigurationSection, limit: Int?) throws(EncoderError) {
    let section = try root.section("text_config") ?? root
    layers = try PreNormLayers(
      section,
      standard: .init(
        width: 512, layers: 12, heads: 8, hidden: 2048, epsilon: 1e-5, activation: "quick_gelu"))
    embeddings = try TokenEmbeddings(section, vocabulary: 49408, positions: 77)
    dimensions = try root.count("projection_dim", default: 512)
    // Checkpoints made before 2023 say 2 whatever their tokenizer does; there the text ends with the largest id.
    let end = try section.whole("eos_token_id", default: 49407)
    inputs = TextInputs(
      slots: [.init(role: .ids), .init(role: .pooledPosition)],
      length: .upTo(min(limit ?? embeddings.positions, embeddings.positions)), padding: 0,
      pooledToken: end == 2 ? .largest : .first(id: Int32(end)))
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let ids = graph.parameter(.ids)
    let end = graph.parameter(.pooledPosition)
    let words = try embeddings.write(ids, width: layers.width, into: &graph)
    let states = try layers.write(words, "text_model", mask: .causal, into: &graph)
    let token = graph.tokens(at: end, of: states)
    let normal = try graph.layerNorm(
      token, "text_model.final_layer_norm", layers.width, epsilon: layers.epsilon)
    return try graph.linear(normal, "text_projection", dimensions, layers.width, hasBias: false)
  }
}
