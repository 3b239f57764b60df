/// A size in terminal cells.
package struct Size: Hashable, Sendable {
  /// Cells across.
  package var columns: Int
  /// Cells down.
  package var rows: Int

  /// Makes a size; negative extents become 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of terminal cells; the origin is the top left corner and the first cell is (0, 0).
package struct Rect: Hashable, Sendable {
  /// The first column.
  package var column: Int
  /// The first row.
  package var row: Int
  /// The extent.
  package var size: Size

  /// Makes a rectangle; negative extents become 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.size = Size(columns: columns, rows: rows)
  }

  /// Cells across.
  package var columns: Int { size.columns }
  /// Cells down.
  package var rows: Int { size.rows }
  /// The column after the last.
  package var maxColumn: Int { column + size.columns }
  /// The row after the last.
  package var maxRow: Int { row + size.rows }
  /// Whether no cell lies inside.
  package var isEmpty: Bool { size.columns == 0 || size.rows == 0 }
}
