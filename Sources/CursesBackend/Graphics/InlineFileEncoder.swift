package import Embeddings
package import TerminalUI

/// Encodes pictures as iTerm2's inline files, in all their colours.
///
/// They are given in cells, whatever a pixel is on the screen, and filled up to whole cells with transparent ones.
package struct InlineFileEncoder: GraphicsEncoder, Hashable {
  /// Pixels of one cell across.
  let cellWidth: Int
  /// Pixels of one cell down.
  let cellHeight: Int

  package var rowQuantum: Int { 1 }
  package var mostPixels: (width: Int, height: Int) { (10_000, 10_000) }
  package var coarser: (any GraphicsEncoder)? { nil }

  package func encode(_ image: PixelImage, cells: Size) throws(GraphicsFailure) -> Graphic? {
    let png = try PNGFile.bytes(
      of: image, onWidth: cells.columns * cellWidth, height: cells.rows * cellHeight)
    let start =
      "\u{1b}]1337;File=inline=1;size=\(png.count);width=\(cells.columns);height=\(cells.rows);"
      + "preserveAspectRatio=0;doNotMoveCursor=1:"
    return .painted(Array(start.utf8) + Array(Base64.text(of: png).utf8) + [0x07])
  }
}
