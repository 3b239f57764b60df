internal import Embeddings

/// The text tower of SigLIP and SigLIP 2.
///
/// Texts are always padded to the full length, nothing is hidden, and the last column is the text's vector. Zhai et
/// al. 2023; Tschannen et al. 2025.
struct SigLIPTextGraph: TextGraph {
  let family = "SigLIP"
  let dimensions: Int
  let inputs: TextInputs
  let pooling = Pooling.last
  private let layers: PreNormLayers
  private let embeddings: TokenEmbeddings

  /// Reads `config.json` of a SiglipModel or of a text tower alone.
  /// - Parameters:
  ///   - root: the outermost object.
  ///   - padding: the id that fills texts, as the tokenizer says.
  /// - Throws: `EncoderError.malformedModel`, also when nobody says which id fills texts: the versions of SigLIP
  ///   differ in it, and the wrong one gives vectors that look right and rank badly.
  init(_ root: ConfigurationSection, padding: Int32?) throws(EncoderError) {
    let section = try root.section("text_config") ?? root
    layers = try PreNormLayers(
      section,
      standard: .init(
        width: 768, layers: 12, heads: 12, hidden: 3072, epsilon: 1e-6, activation: "gelu_pytorch_tanh"))
    embeddings = try TokenEmbeddings(section, vocabulary: 32000, positions: 64)
    dimensions = try section.count("projection_size", default: layers.width)
    let declared = try section.whole("pad_token_id", default: -1)
    let filling = padding ?? Int32(truncatingIfNeeded: declared)
    guard filling >= 0 else {
      throw .malformedModel(
        path: root.path,
        reason:
          "does not say with which id texts are padded (1 for SigLIP, 0 for SigLIP 2); the folder needs a "
          + "tokenizer that does")
    }
    inputs = TextInputs(
      slots: [.init(role: .ids)], length: .exactly(embeddings.positions), padding: filling)
  }

  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue {
    let ids = graph.parameter(.ids)
    let words = try embeddings.write(ids, width: layers.width, into: &graph)
    let states = try layers.write(words, "text_model", mask: .none, into: &graph)
    let last = graph.gather(states, graph.whole(embeddings.positions - 1), axis: 1)
    let normal = try graph.layerNorm(
      last, "text_model.final_layer_norm", layers.width, epsilon: layers.epsilon)
    return try graph.linear(normal, "text_model.head", dimensions, layers.width)
  }
}
