/// How the lists of two lanes become one score.
///
/// Every rule adds a summand for each list that has the item; an item that a list lacks gets nothing from it. How
/// deep the lists are is part of the plan (`FusionDepth`), because it changes the order.
package enum Fusion: Hashable, Sendable {
  /// A weighted sum of normalised scores; the lexical lane weighs `lexicalShare`, the dense lane the rest.
  case weighted(lexicalShare: Double, normalisation: Normalisation = .minMax)
  /// Reciprocal rank fusion, Σ 1/(k + rank) (Cormack, Clarke and Büttcher 2009).
  case reciprocalRank(k: Int)
  /// CombSUM, the plain sum of normalised scores (Fox and Shaw 1994).
  case combSUM(Normalisation = .minMax)
  /// CombMNZ, that sum times the number of lists that have the item (Fox and Shaw 1994).
  case combMNZ(Normalisation = .minMax)

  /// A tenth of lexical evidence: enough to break ties among near neighbours, too little to drown the embedding.
  package static let `default` = Fusion.weighted(lexicalShare: 0.1)

  /// How scores are made comparable, or `nil` when only ranks count.
  package var normalisation: Normalisation? {
    switch self {
    case .weighted(_, let normalisation), .combSUM(let normalisation), .combMNZ(let normalisation):
      normalisation
    case .reciprocalRank: nil
    }
  }
}
