/// The three shapes a plan takes on the command line and in a column.
package enum RankingMode: String, CaseIterable, Hashable, Sendable {
  /// Cosine of embeddings.
  case dense
  /// BM25F over the text fields.
  case lexical
  /// Both, fused.
  case hybrid
}
