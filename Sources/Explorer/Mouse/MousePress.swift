internal import TerminalUI

/// Where the mouse was pressed, and what a drag from there moves.
struct MousePress: Hashable, Sendable {
  var column: Int
  var row: Int
  /// When, in milliseconds since the session began.
  let time: Int
  /// The slider that was pressed on.
  var slider: Parameter?
  /// Which part of it.
  var grip: SliderGrip?

  /// Two presses in the same cell within this many milliseconds are one double click.
  private static let doubleClick = 400

  /// Describes a press; `now` is in milliseconds since the session began.
  init(_ event: MouseEvent, now: Int) {
    column = event.column
    row = event.row
    time = now
  }

  /// Whether this press and the one before are a double click.
  func isDouble(after former: MousePress?) -> Bool {
    guard let former else { return false }
    return former.column == column && former.row == row && time - former.time <= Self.doubleClick
  }
}

extension Rect {
  /// Whether the event's cell lies in it.
  func contains(_ event: MouseEvent) -> Bool {
    event.column >= column && event.column < maxColumn && event.row >= row && event.row < maxRow
  }
}
