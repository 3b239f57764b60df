internal import Embeddings

/// The image tower of CLIP.
///
/// A vision transformer whose first, learnt token is projected into the space shared with texts. Radford et al. 2021.
struct CLIPVisionGraph: PictureGraph {
  let family = "CLIP"
  let dimensions: Int
  let pooling = Pooling.first
  let patches: PicturePatches
  private let layers: PreNormLayers

  /// Reads `config.json` of a CLIPModel or of an image tower alone.
  init(_ root: ConfigurationSection) throws(EncoderError) {
    let section = try root.section("vision_config") ?? root
    layers = try PreNormLayers(
      section,
      standard: .init(
        width: 768, layers: 12, heads: 12, hidden: 3072, epsilon: 1e-5, activation: "quick_gelu"))
    patches = try PicturePatches(section, size: 224, patch: 32, hasBias: false)
    dimensions = try root.count("projection_dim", default: 512)
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let width = layers.width
    let pixels = patches.parameter(in: &graph)
    let squares = try patches.write(pixels, width: width, into: &graph)
    let own = try graph.weight("vision_model.embeddings.class_embedding", [width])
    let rows = graph.concatenate([graph.extent(0, of: pixels), graph.whole([1, width])], axis: 0)
    let tokens = graph.concatenate([graph.broadcast(own, to: rows), squares], axis: 1)
    let places = try graph.weight(
      "vision_model.embeddings.position_embedding.weight", [patches.count + 1, width])
    // The name is misspelt in every checkpoint.
    let normal = try graph.layerNorm(
      graph.add(tokens, places), "vision_model.pre_layrnorm", width, epsilon: layers.epsilon)
    let states = try layers.write(normal, "vision_model", mask: .none, into: &graph)
    let pooled = try graph.layerNorm(
      graph.firstToken(of: states), "vision_model.post_layernorm", width, epsilon: layers.epsilon)
    return try graph.linear(pooled, "visual_projection", dimensions, width, hasBias: false)
  }
}
