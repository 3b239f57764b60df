internal import TerminalUI

/// What every view has: a line at the top that says where one is, and the status line at the bottom.
struct ScreenFrame {
  let head: Rect
  let body: Rect
  let status: Rect

  init(_ size: Size) {
    var rest = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    head = rest.takeTop(1)
    status = rest.takeBottom(1)
    body = rest
  }

  /// Narrower terminals need the head line's room for what follows the view's name.
  private static let narrowest = 60

  /// The room that the view's name and the prompt take.
  static func promptColumns(_ view: View, in line: Rect) -> Int {
    (line.columns >= narrowest ? view.name.count + 1 : 0) + 3
  }

  /// Draws the view's name and a prompt at the beginning of the head line; returns what is left of the line.
  static func drawPrompt(_ view: View, in line: Rect, isFocused: Bool, on screen: inout Screen) -> Rect {
    var rest = line
    let prompt = rest.takeLeft(promptColumns(view, in: line))
    let name = line.columns >= narrowest ? " " + view.name : ""
    screen.put(name, column: prompt.column, row: prompt.row, style: Style(.muted))
    screen.put(
      "›", column: prompt.column + name.count + 1, row: prompt.row,
      style: Style(isFocused ? .accent : .muted, bold: true))
    return rest
  }

  /// Draws the head line of a view that works something out: the prompt, how far that has come at the right end, and
  /// between them as many of the pieces as there is room for.
  ///
  /// `pieces` is told the room they share.
  static func drawHead(
    _ view: View, in head: Rect, progress: Segments, on screen: inout Screen,
    pieces: (_ room: Int) -> [Segments]
  ) {
    _ = drawPrompt(view, in: head, isFocused: true, on: &screen)
    progress.draw(on: &screen, before: head.maxColumn - 1, row: head.row)
    let (line, place) = headLine(view, in: head, progress: progress, pieces: pieces)
    line.draw(on: &screen, column: place.column, row: place.row, maxColumns: place.columns)
  }

  /// The pieces of such a head line that there is room for, and where they stand.
  static func headLine(
    _ view: View, in head: Rect, progress: Segments, pieces: (_ room: Int) -> [Segments]
  ) -> (line: Segments, place: Rect) {
    var place = head
    _ = place.takeLeft(promptColumns(view, in: head))
    _ = place.takeRight(1 + progress.columns + (progress.columns > 0 ? 2 : 0))
    return (Segments.fitting(pieces(place.columns), columns: place.columns), place)
  }
}
