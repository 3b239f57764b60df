internal import TerminalUI

/// A picture ready for the glass: what to write, and which cells of its frame it covers.
package struct RenderedPicture: Hashable, Sendable {
  /// A part of a picture that is written in one go.
  package struct Piece: Hashable, Sendable {
    /// Its cells, counted from the picture's first.
    let area: Rect
    /// Its pixels.
    let graphic: Graphic
  }

  /// How the picture is put on the screen.
  package enum Content: Hashable, Sendable {
    /// Pieces to write one after the other; painted over the cells, unknown to ncurses.
    case pieces([Piece])
    /// One half block for each covered cell, row by row; ordinary cells.
    case cells([HalfBlock])
    /// Words in place of a picture that can't be shown.
    case sign(String)
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

  /// The sign of a picture that can't be shown, in the middle of its frame.
  package static func unreadable(in shape: PictureShape) -> RenderedPicture {
    let words = ["✗ not readable", "✗ unreadable", "✗"].first { DisplayWidth.of($0) <= shape.columns } ?? "✗"
    let columns = min(shape.columns, DisplayWidth.of(words))
    return RenderedPicture(
      column: (shape.columns - columns) / 2, row: min(shape.visibleRows - 1, shape.rows / 2),
      columns: columns,
      rows: 1, content: .sign(words))
  }

  /// The bytes it takes in a cache.
  package var byteCount: Int {
    switch content {
    case .pieces(let pieces): pieces.reduce(0) { $0 + $1.graphic.byteCount }
    case .cells(let blocks): blocks.count * MemoryLayout<HalfBlock>.stride
    case .sign(let words): words.utf8.count
    }
  }

  /// The pieces; none for what ncurses draws.
  var pieces: [Piece] {
    if case .pieces(let pieces) = content { pieces } else { [] }
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
