internal import TerminalUI

/// Where the parts of an open number stand: what it is, two lines of definition or summary, the names of the table's
/// columns, the table, and what follows from it.
struct NumberLayout {
  static let summaryRows = 2
  static let conclusionRows = 3

  let head: Rect
  let summary: Rect
  let header: Rect
  let rows: Rect
  let conclusion: Rect

  init(_ size: Size) {
    let frame = ScreenFrame(size)
    head = frame.head
    var rest = frame.body
    summary = rest.takeTop(min(Self.summaryRows, max(0, rest.rows - 3)))
    conclusion = rest.takeBottom(min(Self.conclusionRows, max(0, rest.rows - 3)))
    if rest.rows > 12 { _ = rest.takeTop(1) }
    header = rest.takeTop(1)
    if rest.rows > 12 { _ = rest.takeBottom(1) }
    rows = rest
  }
}
