package import TerminalUI

/// The cells a picture is rendered for: its frame, cut where the screen ends.
///
/// With the picture's name and the renderer it makes the key of a cache: equal keys give equal bytes.
package struct PictureShape: Hashable, Sendable {
  /// Cells across.
  package let columns: Int
  /// Cells down, before cutting.
  package let rows: Int
  /// The rows from the top that may be painted; fewer than `rows` at the lower end of the screen.
  package let visibleRows: Int

  /// The shape of a frame on a screen, or `nil` when nothing of it can be painted.
  ///
  /// The last row of the screen never carries a picture: a sixel that touches it scrolls the whole screen. A frame
  /// that begins above or ends beside the screen is not painted at all.
  package init?(_ frame: Rect, on screen: Size) {
    let visible = min(frame.rows, screen.rows - 1 - frame.row)
    guard frame.row >= 0, frame.column >= 0, frame.columns > 0, visible > 0, frame.maxColumn <= screen.columns
    else { return nil }
    columns = frame.columns
    rows = frame.rows
    visibleRows = visible
  }
}
