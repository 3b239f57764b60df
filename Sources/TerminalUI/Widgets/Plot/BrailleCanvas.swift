/// A drawing surface of dots, 2 across and 4 down in every cell, shown with braille patterns.
///
/// A cell has one style: that of the dot drawn last.
package struct BrailleCanvas: Hashable, Sendable {
  /// The extent in dots.
  package let dots: Size
  private let cells: Size
  private var patterns: [UInt8]
  private var styles: [Style]

  /// Makes an empty canvas of so many cells.
  package init(_ cells: Size) {
    self.cells = cells
    dots = Size(columns: cells.columns * 2, rows: cells.rows * 4)
    patterns = Array(repeating: 0, count: cells.columns * cells.rows)
    styles = Array(repeating: .plain, count: patterns.count)
  }

  /// Bits of U+2800 by row and column of a dot.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets a dot; (0, 0) is at the top left, and what lies outside is passed over.
  package mutating func set(x: Int, y: Int, style: Style = .plain) {
    guard x >= 0, y >= 0, x < dots.columns, y < dots.rows else { return }
    let cell = y / 4 * cells.columns + x / 2
    patterns[cell] |= Self.bits[y % 4][x % 2]
    styles[cell] = style
  }

  /// Draws the canvas with its top left cell at a position; cells without dots leave the screen as it is.
  package func draw(on screen: inout Screen, column: Int, row: Int) {
    for (index, pattern) in patterns.enumerated() where pattern != 0 {
      guard let scalar = UnicodeScalar(0x2800 + UInt32(pattern)) else { continue }
      screen.put(
        String(scalar), column: column + index % cells.columns, row: row + index / cells.columns,
        style: styles[index])
    }
  }
}
