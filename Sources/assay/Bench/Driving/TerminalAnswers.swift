internal import TerminalUI

/// What the bench's terminal says when the program asks what it can show: an xterm with sixel graphics.
struct TerminalAnswers {
  /// Cells across and down.
  let size: Size
  /// Pixels of one cell.
  let cell: (width: Int, height: Int)

  /// The end of the program's questions: every terminal answers primary device attributes, in order.
  static let fence = Array("\u{1b}[c".utf8)

  /// Colour registers, largest picture, cell, window, sixel scrolling, and attributes with 4 for sixel.
  var bytes: [UInt8] {
    let (width, height) = (size.columns * cell.width, size.rows * cell.height)
    return Array(
      """
      \u{1b}[?1;0;256S\u{1b}[?2;0;\(width);\(height)S\u{1b}[6;\(cell.height);\(cell.width)t\
      \u{1b}[4;\(height);\(width)t\u{1b}[?80;2$y\u{1b}[?63;1;2;4;6;9;15;16;22;28c
      """.utf8)
  }
}
