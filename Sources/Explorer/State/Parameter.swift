package import Retrieval
internal import TerminalUI

/// One slider: a setting of a column that moves in steps.
///
/// Adding a slider means adding a case; the compiler then points at the places that must know it.
package enum Parameter: CaseIterable, Hashable, Sendable {
  /// The length of the vector prefix compared.
  case dimensions
  /// Text against picture in an item's vector.
  case textShare
  /// The weight of the lexical lane, or the constant of rank fusion.
  case fusion

  /// Rank constants on offer; 60 is the customary one (Cormack, Clarke and Büttcher 2009).
  static let rankConstants = [1, 5, 10, 20, 40, 60, 100, 200, 500]
  /// Shares move by a twentieth.
  static let stepsOfShare = 20.0

  /// Whether moving the slider changes a ranking of this mode.
  package func matters(to mode: RankingMode) -> Bool {
    switch self {
    case .dimensions, .textShare: mode != .lexical
    case .fusion: mode == .hybrid
    }
  }

  /// The settings with the knob so many steps further to the right, or at the end of its range.
  package func moved(_ settings: RankingSettings, by steps: Int, dimensions: [Int]) -> RankingSettings {
    var moved = settings
    switch self {
    case .dimensions: moved.dimensions = Self.step(settings.dimensions, in: dimensions, by: steps)
    // The track runs from text at the left to the picture at the right.
    case .textShare: moved.textShare = Self.share(settings.textShare, by: -steps)
    case .fusion where settings.fusesRanks:
      moved.rankConstant = Self.step(settings.rankConstant, in: Self.rankConstants, by: steps)
    case .fusion: moved.lexicalShare = Self.share(settings.lexicalShare, by: steps)
    }
    return moved
  }

  private static func step(_ value: Int, in values: [Int], by steps: Int) -> Int {
    let index = values.firstIndex(of: value) ?? values.count - 1
    return values[min(values.count - 1, max(0, index + steps))]
  }

  private static func share(_ value: Double, by steps: Int) -> Double {
    // Counted in whole steps, so that moving there and back ends at the same bits.
    let ticks = (value * stepsOfShare).rounded() + Double(steps)
    return min(1, max(0, ticks / stepsOfShare))
  }
}
