/// An upright bar with a resolution of an eighth of a cell.
package struct Pillar: Hashable, Sendable {
  /// The filled part, 0…1.
  package var fraction: Double
  /// Cells of the full bar.
  package var rows: Int

  /// Makes a bar; fractions outside 0…1 are clamped, and what is not a number is empty.
  package init(fraction: Double, rows: Int) {
    self.fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
    self.rows = max(0, rows)
  }

  /// The bar's cells from the top down; anything above zero shows at least an eighth.
  package var cells: [String] {
    let eighths = fraction > 0 ? max(1, Int((fraction * Double(rows * 8)).rounded())) : 0
    return (0..<rows).map { row in
      Self.blocks[min(8, max(0, eighths - (rows - 1 - row) * 8))]
    }
  }

  private static let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
