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
  /// BM25's parameters and the weight of each text field.
  package var lexical: LexicalLane
  /// The lexical lane's weight in a weighted fusion, 0…1.
  package var lexicalShare: Double = 0.1
  /// The constant of reciprocal rank fusion.
  package var rankConstant: Int = 60
  /// Whether ranks are fused rather than scores.
  package var fusesRanks = false

  /// What `lexical` was at first; a column's name says where it was moved from there.
  private let customary: LexicalLane

  /// Makes settings with the usual fusion.
  package init(
    mode: RankingMode, dimensions: Int, textShare: Double = 0.5, lexical: LexicalLane = LexicalLane()
  ) {
    self.mode = mode
    self.dimensions = dimensions
    self.textShare = textShare
    self.lexical = lexical
    self.customary = lexical
  }

  /// How the lanes are fused.
  package var fusion: Fusion {
    fusesRanks ? .reciprocalRank(k: rankConstant) : .weighted(lexicalShare: lexicalShare)
  }

  /// The plan to execute.
  package func plan(depth: Int) -> SearchPlan {
    let dense = DenseLane(dimensions: dimensions, precision: precision, textShare: textShare)
    return SearchPlan(
      dense: mode == .lexical ? nil : dense, lexical: mode == .dense ? nil : lexical, fusion: fusion,
      depth: depth)
  }

  /// The weight of a text field; one that nobody named has weight 1.
  package func weight(of field: String) -> Double { lexical.fieldWeights[field] ?? 1 }

  /// The configuration in a few words, such as `hybrid w .10 256 float32`.
  package var name: String { name(precision: precision.rawValue) }

  /// The same for narrow columns: `hybrid w .10 256 f32`.
  var shortName: String { name(precision: precision == .float32 ? "f32" : precision.rawValue) }

  private func name(precision: String) -> String {
    let vectors = "\(dimensions) \(precision)"
    let words =
      switch mode {
      case .dense: ["dense", vectors]
      case .lexical: ["lexical", lexical == customary ? "bm25f" : ""] + lexicalChanges
      case .hybrid: ["hybrid", fusionName, vectors] + lexicalChanges
      }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var fusionName: String {
    fusesRanks ? "rrf \(rankConstant)" : "w " + Numerals.fraction(lexicalShare, decimals: 2)
  }

  /// What was moved away from the customary values: `k1 1.4`, `b .50`, `title 8`.
  private var lexicalChanges: [String] {
    var changes: [String] = []
    if lexical.k1 != customary.k1 { changes.append("k1 " + Numerals.brief(lexical.k1)) }
    if lexical.b != customary.b { changes.append("b " + Numerals.fraction(lexical.b, decimals: 2)) }
    let fields = Set(lexical.fieldWeights.keys).union(customary.fieldWeights.keys).sorted()
    for field in fields where weight(of: field) != customary.fieldWeights[field] ?? 1 {
      changes.append("\(field) " + Numerals.brief(weight(of: field)))
    }
    return changes
  }
}
