package import Retrieval
internal import TerminalUI

/// One slider: a setting of a column that moves in steps.
///
/// Adding a slider means adding a case; the compiler then points at the places that must know it.
package enum Parameter: Hashable, Sendable {
  /// The length of the vector prefix compared.
  case dimensions
  /// Text against picture in an item's vector.
  case textShare
  /// The weight of the lexical lane, or the constant of rank fusion.
  case fusion
  /// BM25's saturation of repeated words.
  case saturation
  /// BM25's correction for the length of fields.
  case lengthNormalisation
  /// The weight of a text field, by its name.
  case weight(String)

  /// Rank constants on offer; 60 is the customary one (Cormack, Clarke and Büttcher 2009).
  static let rankConstants = [1, 5, 10, 20, 40, 60, 100, 200, 500]
  /// Field weights on offer; 0 leaves the field out of the search.
  static let weights = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20]
  /// Shares move by a twentieth.
  static let stepsOfShare = 20.0
  /// Saturation moves by a tenth, up to here.
  static let largestSaturation = 3.0

  /// Every slider of a catalogue with these text fields, in the order in which `tab` walks them.
  package static func all(fields: [String]) -> [Parameter] {
    [.dimensions, .textShare, .fusion, .saturation, .lengthNormalisation] + fields.map(Parameter.weight)
  }

  /// Whether moving the slider changes a ranking of this mode.
  package func matters(to mode: RankingMode) -> Bool {
    switch self {
    case .dimensions, .textShare: mode != .lexical
    case .fusion: mode == .hybrid
    case .saturation, .lengthNormalisation, .weight: mode != .dense
    }
  }

  /// The settings with the knob so many steps further to the right, or at the end of its range.
  package func moved(_ settings: RankingSettings, by steps: Int, dimensions: [Int]) -> RankingSettings {
    var moved = settings
    switch self {
    case .dimensions: moved.dimensions = Self.step(settings.dimensions, in: dimensions, by: steps)
    // The track runs from text at the left to the picture at the right.
    case .textShare: moved.textShare = Self.tick(settings.textShare, by: -steps)
    case .fusion where settings.fusesRanks:
      moved.rankConstant = Self.step(settings.rankConstant, in: Self.rankConstants, by: steps)
    case .fusion: moved.lexicalShare = Self.tick(settings.lexicalShare, by: steps)
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
    case .textShare: 1 - settings.textShare
    case .fusion where settings.fusesRanks: Self.place(of: settings.rankConstant, in: Self.rankConstants)
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
    case .textShare: "text"
    case .fusion: settings.fusesRanks ? "rrf" : "lexical"
    case .saturation: "k1"
    case .lengthNormalisation: "b"
    case .weight(let field): Fitting.truncate(field, columns: 16, cut: .atFront)
    }
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
