/// The lanes a plan may have, in the order in which their parts appear.
package enum Lane: String, CaseIterable, Hashable, Sendable {
  /// Cosine of embeddings.
  case dense
  /// BM25F over the text fields.
  case lexical

  /// The least score that an item can have: that of an opposite vector, that of an item without any of the words.
  var leastScore: Double {
    switch self {
    case .dense: -1
    case .lexical: 0
    }
  }
}
