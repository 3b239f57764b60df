/// How the scores or ranks of two lanes become one score.
package enum Fusion: Hashable, Sendable {
  /// A weighted sum of min–max normalised scores; the lexical lane weighs `lexicalShare`, the dense lane the rest.
  case weighted(lexicalShare: Double)
  /// Reciprocal rank fusion, Σ 1/(k + rank) (Cormack, Clarke and Büttcher 2009).
  case reciprocalRank(k: Int)

  /// A tenth of lexical evidence: enough to break ties among near neighbours, too little to drown the embedding.
  package static let `default` = Fusion.weighted(lexicalShare: 0.1)
}
