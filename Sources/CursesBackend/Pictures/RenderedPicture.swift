/// A picture ready for the glass: what to write, and which cells of its frame it covers.
package struct RenderedPicture: Hashable, Sendable {
  /// How the picture is put on the screen.
  package enum Content: Hashable, Sendable {
    /// Bytes to write with the cursor on the first covered cell; painted over the cells, unknown to ncurses.
    case overlay([UInt8])
    /// One half block for each covered cell, row by row; ordinary cells.
    case cells([HalfBlock])
  }

  /// The first covered column, counted from the frame's.
  package let column: Int
  /// The first covered row, counted from the frame's.
  package let row: Int
  /// Covered cells across.
  package let columns: Int
  /// Covered cells down.
  package let rows: Int
  /// What to show there.
  package let content: Content

  /// The bytes it takes in a cache.
  package var byteCount: Int {
    switch content {
    case .overlay(let bytes): bytes.count
    case .cells(let blocks): blocks.count * MemoryLayout<HalfBlock>.stride
    }
  }
}

/// A cell split in two squares, `▀` drawn in one colour on the other; numbers of the 256-colour table.
package struct HalfBlock: Hashable, Sendable {
  /// The colour of the upper half.
  package let upper: UInt8
  /// The colour of the lower half, or `nil` for the terminal's background.
  package let lower: UInt8?

  /// Makes a cell of two colours.
  package init(upper: UInt8, lower: UInt8?) {
    self.upper = upper
    self.lower = lower
  }
}
