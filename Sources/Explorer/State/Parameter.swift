internal import Retrieval
internal import TerminalUI

/// One slider: a setting of a column that moves in steps.
///
/// Adding a slider means adding a case; the compiler then points at the places that must know it.
package enum Parameter: Hashable, Sendable {
  /// The length of the vector prefix compared.
  case dimensions
  /// The length of the prefix that the coarse stage compares.
  case coarseDimensions
  /// How many items the coarse stage lets through.
  case shortlist
  /// Text against picture in an item's vector.
  case textShare
  /// The weight of the lexical lane, or the constant of rank fusion.
  case fusion
  /// How many of each lane's best items are fused.
  case fusionDepth
  /// BM25's saturation of repeated words.
  case saturation
  /// BM25's correction for the length of fields.
  case lengthNormalisation
  /// The weight of a text field, by its name.
  case weight(String)

  /// Rank constants on offer; 60 is the customary one (Cormack, Clarke and Büttcher 2009).
  static let rankConstants = [1, 5, 10, 20, 40, 60, 100, 200, 500]
  /// Lengths of the coarse stage's list on offer.
  static let shortlists = [50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800]
  /// Depths of the fused lists on offer, before all of them.
  static let fusionDepths = [100, 200, 500, 1000, 2000, 5000, 10_000]
  /// Field weights on offer; 0 leaves the field out of the search.
  static let weights = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20]
  /// Shares move by a twentieth.
  static let stepsOfShare = 20.0
  /// Saturation moves by a tenth, up to here.
  static let largestSaturation = 3.0

  /// Every slider of a catalogue with these text fields, in the order in which `tab` walks them.
  package static func all(fields: [String]) -> [Parameter] {
    [
      .dimensions, .coarseDimensions, .shortlist, .textShare, .fusion, .fusionDepth, .saturation,
      .lengthNormalisation,
    ] + fields.map(Parameter.weight)
  }

  /// Whether moving the slider changes a ranking under these settings.
  package func matters(to settings: RankingSettings) -> Bool {
    switch self {
    case .dimensions: settings.mode != .lexical
    case .textShare: settings.mode != .lexical && settings.comparesPictures
    case .coarseDimensions, .shortlist: settings.mode != .lexical && settings.isTwoStage
    case .fusion: settings.mode == .hybrid && [.weighted, .reciprocalRank].contains(settings.fusionRule)
    case .fusionDepth: settings.mode == .hybrid
    case .saturation, .lengthNormalisation, .weight: settings.mode != .dense
    }
  }

  /// The settings with the knob so many steps further to the right, or at the end of its range.
  package func moved(_ settings: RankingSettings, by steps: Int, dimensions: [Int]) -> RankingSettings {
    var moved = settings
    switch self {
    case .dimensions: moved.dimensions = Self.step(settings.dimensions, in: dimensions, by: steps)
    case .coarseDimensions:
      moved.coarse.dimensions = Self.step(settings.coarse.dimensions, in: dimensions, by: steps)
    case .shortlist:
      moved.coarse.shortlist = Self.step(settings.coarse.shortlist, in: Self.shortlists, by: steps)
    // The track runs from text at the left to the picture at the right.
    case .textShare: moved.textShare = Self.tick(settings.textShare, by: -steps)
    case .fusion where settings.fusionRule == .reciprocalRank:
      moved.rankConstant = Self.step(settings.rankConstant, in: Self.rankConstants, by: steps)
    case .fusion: moved.lexicalShare = Self.tick(settings.lexicalShare, by: steps)
    case .fusionDepth:
      let depth = Self.step(Self.places(settings.fusionDepth), in: Self.fusionDepths + [.max], by: steps)
      moved.fusionDepth = depth == .max ? .all : .top(depth)
    case .saturation:
      moved.lexical.k1 = Self.tick(
        settings.lexical.k1, by: steps, perUnit: 10, upTo: max(Self.largestSaturation, settings.lexical.k1))
    case .lengthNormalisation: moved.lexical.b = Self.tick(settings.lexical.b, by: steps)
    case .weight(let field):
      let weight = Self.step(settings.weight(of: field), in: Self.weights, by: steps)
      if weight != settings.weight(of: field) { moved.lexical.fieldWeights[field] = weight }
    }
    return moved
  }

  /// Where the knob stands on its track, 0…1 from the left.
  func position(in settings: RankingSettings, dimensions: [Int]) -> Double {
    switch self {
    case .dimensions: Self.place(of: settings.dimensions, in: dimensions)
    case .coarseDimensions: Self.place(of: settings.coarse.dimensions, in: dimensions)
    case .shortlist: Self.place(of: settings.coarse.shortlist, in: Self.shortlists)
    case .textShare: 1 - settings.textShare
    case .fusionDepth: Self.place(of: Self.places(settings.fusionDepth), in: Self.fusionDepths + [.max])
    case .fusion where settings.fusionRule == .reciprocalRank:
      Self.place(of: settings.rankConstant, in: Self.rankConstants)
    case .fusion: settings.lexicalShare
    case .saturation: min(1, settings.lexical.k1 / Self.largestSaturation)
    case .lengthNormalisation: settings.lexical.b
    case .weight(let field): Self.place(of: settings.weight(of: field), in: Self.weights)
    }
  }

  /// What the slider is called.
  func name(for settings: RankingSettings) -> String {
    switch self {
    case .dimensions: "dims"
    case .coarseDimensions: "coarse"
    case .shortlist: "shortlist"
    case .textShare: "text"
    case .fusion: settings.fusionRule == .reciprocalRank ? "rrf" : "lexical"
    case .fusionDepth: "lists"
    case .saturation: "k1"
    case .lengthNormalisation: "b"
    case .weight(let field): Fitting.truncate(field, columns: 16, cut: .atFront)
    }
  }

  private static func places(_ depth: FusionDepth) -> Int {
    if case .top(let places) = depth { places } else { .max }
  }

  /// The value so many places further in ascending values; one that is not among them moves to its neighbours.
  private static func step<Value: Comparable>(_ value: Value, in values: [Value], by steps: Int) -> Value {
    let below = values.count { $0 < value }
    let isOnOffer = below < values.count && values[below] == value
    let index = below + steps - (isOnOffer || steps < 0 ? 0 : 1)
    if !isOnOffer, !values.indices.contains(index), steps > 0 { return value }
    return values[min(values.count - 1, max(0, index))]
  }

  private static func place<Value: Comparable>(of value: Value, in values: [Value]) -> Double {
    Double(values.count { $0 < value }) / Double(max(1, values.count - 1))
  }

  private static func tick(
    _ value: Double, by steps: Int, perUnit: Double = stepsOfShare, upTo largest: Double = 1
  ) -> Double {
    // Counted in whole steps, so that moving there and back ends at the same bits.
    let ticks = (value * perUnit).rounded() + Double(steps)
    return min(largest, max(0, ticks / perUnit))
  }
}
