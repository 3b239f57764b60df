/// A horizontal bar with a resolution of an eighth of a cell.
package struct Meter: Hashable, Sendable {
  /// The filled part, 0…1.
  package var fraction: Double
  /// Cells of the full bar.
  package var columns: Int

  /// Makes a bar; fractions outside 0…1 are clamped, and what is not a number is empty.
  package init(fraction: Double, columns: Int) {
    self.fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
    self.columns = max(0, columns)
  }

  /// The bar as text, without trailing blanks; anything above zero shows at least an eighth.
  package var text: String {
    let eighths = fraction > 0 ? max(1, Int((fraction * Double(columns * 8)).rounded())) : 0
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
