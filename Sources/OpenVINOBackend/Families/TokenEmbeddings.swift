internal import Embeddings

/// The first layer of the text towers of CLIP and SigLIP: a vector for each token and one for its place.
struct TokenEmbeddings: Sendable {
  let positions: Int
  private let vocabulary: Int

  init(_ section: ConfigurationSection, vocabulary: Int, positions: Int) throws(EncoderError) {
    self.vocabulary = try section.count("vocab_size", default: vocabulary)
    self.positions = try section.count("max_position_embeddings", default: positions)
  }

  func write(_ ids: GraphValue, width: Int, into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue
  {
    let prefix = "text_model.embeddings."
    let words = try graph.weight(prefix + "token_embedding.weight", [vocabulary, width])
    let places = try graph.positions(prefix + "position_embedding.weight", [positions, width], along: ids)
    return graph.add(graph.gather(words, ids, axis: 0), places)
  }
}
