package import Retrieval
internal import TerminalUI

/// How one column ranks: everything its head names and its sliders move.
///
/// Values of lanes that the mode does not use are kept, so that switching the mode and back changes nothing.
package struct RankingSettings: Hashable, Sendable {
  /// Which lanes take part.
  package var mode: RankingMode
  /// The length of the vector prefix compared.
  package var dimensions: Int
  /// The number format compared.
  package var precision: VectorPrecision = .float32
  /// The text's weight in an item's vector, 0…1; the picture has the rest.
  package var textShare: Double
  /// The lexical lane's weight in a weighted fusion, 0…1.
  package var lexicalShare: Double = 0.1
  /// The constant of reciprocal rank fusion.
  package var rankConstant: Int = 60
  /// Whether ranks are fused rather than scores.
  package var fusesRanks = false

  /// Makes settings with the usual fusion.
  package init(mode: RankingMode, dimensions: Int, textShare: Double = 0.5) {
    self.mode = mode
    self.dimensions = dimensions
    self.textShare = textShare
  }

  /// How the lanes are fused.
  package var fusion: Fusion {
    fusesRanks ? .reciprocalRank(k: rankConstant) : .weighted(lexicalShare: lexicalShare)
  }

  /// The plan to execute.
  package func plan(lexical: LexicalLane, depth: Int) -> SearchPlan {
    let dense = DenseLane(dimensions: dimensions, precision: precision, textShare: textShare)
    return SearchPlan(
      dense: mode == .lexical ? nil : dense, lexical: mode == .dense ? nil : lexical, fusion: fusion,
      depth: depth)
  }

  /// The configuration in a few words, such as `hybrid w .10 256 float32`.
  package var name: String { name(precision: precision.rawValue) }

  /// The same for narrow columns: `hybrid w .10 256 f32`.
  var shortName: String { name(precision: precision == .float32 ? "f32" : precision.rawValue) }

  private func name(precision: String) -> String {
    let vectors = "\(dimensions) \(precision)"
    return switch mode {
    case .dense: "dense \(vectors)"
    case .lexical: "lexical bm25f"
    case .hybrid: "hybrid \(fusionName) \(vectors)"
    }
  }

  private var fusionName: String {
    fusesRanks ? "rrf \(rankConstant)" : "w " + Numerals.fraction(lexicalShare, decimals: 2)
  }
}
