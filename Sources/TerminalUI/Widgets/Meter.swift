/// A slim horizontal bar with a resolution of half a cell; bars in neighbouring rows stay apart.
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

  /// The bar as text, without trailing blanks; anything above zero shows at least half a cell.
  package var text: String {
    let halves = fraction > 0 ? max(1, Int((fraction * Double(columns * 2)).rounded())) : 0
    return String(repeating: "━", count: halves / 2) + (halves.isMultiple(of: 2) ? "" : "╸")
  }
}
