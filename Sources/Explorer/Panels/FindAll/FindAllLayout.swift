internal import Retrieval
internal import TerminalUI

/// Where the parts of the Find-all view stand: bars, their axis and the judged items beneath it, what is known about
/// the cut, then the list and, where there is room, the item under the cursor.
struct FindAllLayout {
  /// What stands at the left of the histogram.
  let gutter: Rect
  let bars: Rect
  let axis: Rect
  /// A line of relevant and one of irrelevant items, where there is room.
  let marks: Rect
  let facts: Rect
  let list: Rect
  let pane: Rect?

  /// The least columns that leave room for the pane beside the list.
  private static let leastColumns = 100
  private static let tallestBars = 12
  /// The least rows of the body with all of the parts.
  private static let roomy = 16
  /// As wide as its longest label, and a column on both sides.
  private static let gutterColumns = 11

  init(_ state: ExplorerState) {
    var rest = ScreenFrame(state.size).body
    let isRoomy = rest.rows >= Self.roomy
    let barRows = max(1, min(Self.tallestBars, (rest.rows - 6) / 4))
    var histogram = rest.takeTop(barRows + 1 + (isRoomy ? 2 : 0))
    _ = histogram.takeRight(1)
    gutter = histogram.takeLeft(rest.columns >= 60 ? Self.gutterColumns : 1)
    bars = histogram.takeTop(barRows)
    axis = histogram.takeTop(1)
    marks = histogram
    facts = rest.takeTop(isRoomy ? 3 : 2)
    if rest.columns >= Self.leastColumns, rest.rows >= 8 {
      pane = rest.takeRight(rest.columns / 3)
      _ = rest.takeRight(1)
    } else {
      pane = nil
    }
    list = rest
  }

  /// The scores on the cells of the histogram.
  func axis(of items: ScoredItems) -> ScoreAxis? { ScoreAxis(items, cells: bars.columns) }

  /// Whether a cell belongs to what moves the threshold.
  func isOnHistogram(column: Int, row: Int) -> Bool {
    row >= bars.row && row < max(axis.maxRow, marks.maxRow) && column >= bars.column
      && column < bars.maxColumn
  }
}
