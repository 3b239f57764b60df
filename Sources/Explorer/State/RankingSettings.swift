package import Retrieval
internal import TerminalUI

/// How one column ranks: everything its head names and its sliders move.
///
/// Values of lanes that the mode does not use are kept, so that switching the mode and back changes nothing.
package struct RankingSettings: Hashable, Sendable {
  /// Which lanes take part.
  package var mode: RankingMode
  /// Whose vectors are compared; `nil` where there is only one model.
  package var model: VectorModel?
  /// The length of the vector prefix compared.
  package var dimensions: Int
  /// The number format compared.
  package var precision: VectorPrecision = .float32
  /// The text's weight in an item's vector, 0…1; the picture has the rest.
  package var textShare: Double
  /// Whether there are vectors of pictures to share with.
  package var comparesPictures = true
  /// What picks the items that are compared, when `isTwoStage`.
  package var coarse: CoarseStage
  /// Whether a cheaper comparison comes first.
  package var isTwoStage = false

  /// BM25's parameters and the weight of each text field.
  package var lexical: LexicalLane

  /// How the two lanes of a hybrid become one score.
  package var fusionRule = FusionRule.weighted
  /// How scores are made comparable, where the rule needs that.
  package var normalisation = Normalisation.minMax
  /// The lexical lane's weight in a weighted fusion, 0…1.
  package var lexicalShare: Double = 0.1
  /// The constant of reciprocal rank fusion.
  package var rankConstant: Int = 60
  /// How many of each lane's best items are fused.
  package var fusionDepth = FusionDepth.default

  /// Filters that hold for this column alone, in the query language; empty when none do.
  package var filter = ""

  /// What `lexical` was at first; a column's name says where it was moved from there.
  private let customary: LexicalLane

  /// Makes settings with the usual fusion.
  package init(
    mode: RankingMode, dimensions: Int, textShare: Double = 0.5, lexical: LexicalLane = LexicalLane(),
    coarse: CoarseStage? = nil
  ) {
    self.mode = mode
    self.dimensions = dimensions
    self.textShare = textShare
    self.lexical = lexical
    self.customary = lexical
    self.coarse = coarse ?? CoarseStage(dimensions: dimensions, precision: .int8, shortlist: 400)
  }

  /// How the lanes are fused.
  package var fusion: Fusion {
    switch fusionRule {
    case .weighted: .weighted(lexicalShare: lexicalShare, normalisation: normalisation)
    case .reciprocalRank: .reciprocalRank(k: rankConstant)
    case .combSUM: .combSUM(normalisation)
    case .combMNZ: .combMNZ(normalisation)
    }
  }

  /// How vectors are compared.
  package var dense: DenseLane {
    DenseLane(
      dimensions: dimensions, precision: precision, textShare: textShare,
      coarse: isTwoStage ? coarse : nil, model: model?.place ?? 0)
  }

  /// The plan to execute.
  package func plan(depth: Int) -> SearchPlan {
    var plan = SearchPlan(
      dense: mode == .lexical ? nil : dense, lexical: mode == .dense ? nil : lexical, fusion: fusion,
      fusionDepth: fusionDepth, depth: depth)
    plan.filter = filter
    return plan
  }

  /// The same with number formats that nothing has to be derived for.
  var comparingAsPacked: RankingSettings {
    var packed = self
    packed.precision = .float32
    packed.coarse.precision = .int8
    return packed
  }

  /// The weight of a text field; one that nobody named has weight 1.
  package func weight(of field: String) -> Double { lexical.fieldWeights[field] ?? 1 }
}

extension RankingSettings {
  /// The configuration in a few words, such as `hybrid w .10 256 float32` or `dense 64 int8 → 400 → 256 float32`.
  package var name: String { name(arrow: " → ", precision: \.rawValue, normalisation: \.rawValue) }

  /// The same for narrow columns: `hybrid w .10 256 f32`, `dense 64 i8→400→256 f32`.
  var shortName: String { name(arrow: "→", precision: \.shortName, normalisation: \.shortName) }

  private func name(
    arrow: String, precision format: (VectorPrecision) -> String,
    normalisation scale: (Normalisation) -> String
  ) -> String {
    var vectors = "\(dimensions) \(format(precision))"
    if isTwoStage {
      vectors =
        ["\(coarse.dimensions) \(format(coarse.precision))", "\(coarse.shortlist)", vectors]
        .joined(separator: arrow)
    }
    if let model { vectors += " " + model.name }
    let words =
      switch mode {
      case .dense: ["dense", vectors]
      case .lexical: ["lexical", lexical == customary ? "bm25f" : ""] + lexicalChanges
      case .hybrid: ["hybrid"] + fusionWords(scale) + [vectors] + lexicalChanges
      }
    return (words + [filter.isEmpty ? "" : "[\(filter)]"]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The rule with its number, then what differs from the usual.
  private func fusionWords(_ scale: (Normalisation) -> String) -> [String] {
    var words = [fusionRule.name]
    switch fusionRule {
    case .weighted: words.append(Numerals.fraction(lexicalShare, decimals: 2))
    case .reciprocalRank: words.append("\(rankConstant)")
    case .combSUM, .combMNZ: break
    }
    if let normalisation = fusion.normalisation, normalisation != .minMax {
      words.append(scale(normalisation))
    }
    if fusionDepth != .default { words.append("of \(fusionDepth)") }
    return words
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

extension VectorPrecision {
  /// The name in as few cells as tell it from the others.
  fileprivate var shortName: String {
    switch self {
    case .float32: "f32"
    case .int8: "i8"
    case .binary: "bin"
    case .asymmetric: "asym"
    case .twoBit, .product: rawValue
    }
  }
}

extension Normalisation {
  /// The name in as few cells as tell it from the others.
  fileprivate var shortName: String { self == .zScore ? "z" : rawValue }
}
