internal import Retrieval

/// A column's configuration as a session keeps it: names and numbers only, so that it outlives any build of an index.
package struct ColumnRecord: Codable, Hashable, Sendable {
  var mode: String
  /// The model's name; `nil` for the first one.
  var model: String?
  var dimensions: Int
  var precision: String
  var textShare: Double
  var coarseDimensions: Int
  var coarsePrecision: String
  var shortlist: Int
  var isTwoStage: Bool
  var k1: Double
  var b: Double
  var weights: [String: Double]
  var fusion: String
  var normalisation: String
  var lexicalShare: Double
  var rankConstant: Int
  /// How many of each lane's best items are fused; `nil` for all.
  var fusionDepth: Int?
  /// Filters that hold for the column alone; kept only where queries are.
  var filter: String?

  /// Records settings.
  init(_ settings: RankingSettings, withFilter: Bool) {
    mode = settings.mode.rawValue
    model = settings.model?.name
    dimensions = settings.dimensions
    precision = settings.precision.rawValue
    textShare = settings.textShare
    coarseDimensions = settings.coarse.dimensions
    coarsePrecision = settings.coarse.precision.rawValue
    shortlist = settings.coarse.shortlist
    isTwoStage = settings.isTwoStage
    k1 = settings.lexical.k1
    b = settings.lexical.b
    weights = settings.lexical.fieldWeights
    fusion = settings.fusionRule.name
    normalisation = settings.normalisation.rawValue
    lexicalShare = settings.lexicalShare
    rankConstant = settings.rankConstant
    fusionDepth = if case .top(let depth) = settings.fusionDepth { depth } else { nil }
    filter = withFilter && !settings.filter.isEmpty ? settings.filter : nil
  }

  /// The settings on a workbench; `nil` when the model is not open any more.
  ///
  /// A length that the vectors have not any more becomes the longest, a number out of its range the nearest in it; weights
  /// of fields that are gone are left out, and names that nothing has any more mean the usual.
  func settings(on bench: Workbench) -> RankingSettings? {
    let known = model.flatMap { name in bench.models.first { $0.name == name } }
    // With one model open, columns name none.
    if let model, known == nil, !bench.models.isEmpty || !bench.encoder.hasPrefix(model) { return nil }
    var settings = bench.settings(RankingMode(rawValue: mode) ?? .dense, model: known)
    let lengths = bench.dimensions(for: settings)
    settings.dimensions = lengths.contains(dimensions) ? dimensions : lengths[lengths.count - 1]
    settings.precision = VectorPrecision(rawValue: precision) ?? .float32
    settings.textShare = Self.clamped(textShare, to: 0...1)
    settings.coarse.dimensions = lengths.contains(coarseDimensions) ? coarseDimensions : lengths[0]
    settings.coarse.precision = VectorPrecision(rawValue: coarsePrecision) ?? .int8
    settings.coarse.shortlist = min(1_000_000, max(1, shortlist))
    settings.isTwoStage = isTwoStage
    settings.lexical.k1 = Self.clamped(k1, to: 0...10)
    settings.lexical.b = Self.clamped(b, to: 0...1)
    for (field, weight) in weights where bench.textFields.contains(field) {
      settings.lexical.fieldWeights[field] = Self.clamped(weight, to: 0...1000)
    }
    settings.fusionRule = FusionRule.allCases.first { $0.name == fusion } ?? .weighted
    settings.normalisation = Normalisation(rawValue: normalisation) ?? .minMax
    settings.lexicalShare = Self.clamped(lexicalShare, to: 0...1)
    settings.rankConstant = min(100_000, max(1, rankConstant))
    settings.filter = filter ?? ""
    settings.fusionDepth = fusionDepth.map { .top(min(1_000_000, max(1, $0))) } ?? .all
    return settings
  }

  private static func clamped(_ value: Double, to range: ClosedRange<Double>) -> Double {
    value.isFinite ? min(range.upperBound, max(range.lowerBound, value)) : range.lowerBound
  }
}
