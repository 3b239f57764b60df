/// How shares are written beside each other: one number of decimals, and ends of intervals rounded outwards, so that
/// what is written contains what was worked out.
package struct ShareNotation: Hashable, Sendable {
  /// As on the screen: `.71`.
  package static let brief = ShareNotation(decimals: 2, hasZero: false)
  /// As in reports: `0.7134`.
  package static let full = ShareNotation(decimals: 4, hasZero: true)

  /// How many decimals there are.
  private let decimals: Int
  /// Whether a zero stands before the point.
  private let hasZero: Bool

  /// The share as nearly as its decimals can say it.
  package func nearest(_ share: Double) -> String { text(share) { $0.rounded() } }

  /// A share that the one worked out is not below.
  package func least(_ share: Double) -> String { text(share) { ($0 + Self.noise).rounded(.down) } }

  /// A share that the one worked out is not above.
  package func most(_ share: Double) -> String { text(share) { ($0 - Self.noise).rounded(.up) } }

  /// An interval that contains the one worked out: `[.71, .92]`.
  package func interval(_ interval: Interval) -> String {
    "[\(least(interval.low)), \(most(interval.high))]"
  }

  /// A share that is known: one that falls short of a target never reads as if it reached it.
  package func known(_ share: Double) -> String { least(share) }

  /// What the multiplication below may be off by: .29 · 100 is less than 29.
  private static let noise = 1e-9

  private func text(_ share: Double, rounded: (Double) -> Double) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let parts = Int(max(0, rounded(share * Double(scale))))
    let digits = String(parts % scale)
    let whole = parts / scale == 0 && !hasZero ? "" : String(parts / scale)
    return whole + "." + String(repeating: "0", count: decimals - digits.count) + digits
  }
}
