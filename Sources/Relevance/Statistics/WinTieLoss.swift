/// For how many queries one system beats another.
package struct WinTieLoss: Hashable, Sendable, Codable {
  /// Differences up to this size are ties: only what rounding makes of equal scores.
  package static let epsilon = 1e-9

  /// Queries whose difference exceeds the bound.
  package let wins: Int
  /// Queries whose difference lies within the bound.
  package let ties: Int
  /// Queries whose difference is below minus the bound.
  package let losses: Int

  /// Counts differences; a positive one is a win.
  /// - Precondition: `epsilon` is not negative.
  package init(_ deltas: [Double], epsilon: Double = Self.epsilon) {
    precondition(epsilon >= 0, "ties up to \(epsilon)")
    wins = deltas.count { $0 > epsilon }
    losses = deltas.count { $0 < -epsilon }
    ties = deltas.count - wins - losses
  }
}
