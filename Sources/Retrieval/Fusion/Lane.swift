/// The lanes a plan may have, in the order in which their parts appear.
package enum Lane: String, CaseIterable, Hashable, Sendable {
  /// Cosine of embeddings.
  case dense
  /// BM25F over the text fields.
  case lexical
}
