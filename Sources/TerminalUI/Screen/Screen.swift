/// A whole screen as a value: cells, the pictures wanted on it, and where the cursor stands.
///
/// Drawing produces one; tests compare it with a text file; a backend makes the terminal look like it.
package struct Screen: Hashable, Sendable {
  /// The extent.
  package let size: Size
  /// Row-major, `size.columns × size.rows`.
  package private(set) var cells: [Cell]
  /// Pictures wanted, none overlapping another.
  package var pictures: [PicturePlacement] = []
  /// The cell of the text cursor, or `nil` when it is hidden.
  package var cursor: (column: Int, row: Int)? {
    get { cursorCell.map { ($0.column, $0.row) } }
    set { cursorCell = newValue.map { Rect(column: $0.column, row: $0.row, columns: 1, rows: 1) } }
  }
  private var cursorCell: Rect?

  /// Makes a blank screen.
  package init(size: Size) {
    self.size = size
    self.cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cell at a position.
  /// - Precondition: the position lies on the screen.
  package subscript(column column: Int, row row: Int) -> Cell {
    get {
      precondition(contains(column: column, row: row), "cell (\(column), \(row)) is off the screen")
      return cells[row * size.columns + column]
    }
    set {
      precondition(contains(column: column, row: row), "cell (\(column), \(row)) is off the screen")
      cells[row * size.columns + column] = newValue
    }
  }

  /// Whether the position lies on the screen.
  package func contains(column: Int, row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }
}
