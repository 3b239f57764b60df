internal import TerminalUI

/// Where the parts of the Queries view stand.
struct QueriesLayout {
  /// The line that names measure and order.
  let head: Rect
  /// A line for each column: how it ranks, its mean and its coverage.
  let columns: [Rect]
  /// Two lines about the compared columns; empty when there is only one.
  let verdict: Rect
  /// The names of the table's columns.
  let header: Rect
  /// The table.
  let rows: Rect

  init(_ state: ExplorerState) {
    let frame = ScreenFrame(state.size)
    head = frame.head
    var rest = frame.body
    columns = state.columns.indices.map { _ in rest.takeTop(1) }
    verdict = rest.takeTop(state.comparedPair == nil ? 0 : 2)
    // Air between what is said of the set and the table, where there is any.
    if rest.rows > 14 { _ = rest.takeTop(1) }
    header = rest.takeTop(1)
    rows = rest
  }
}

/// How the width of the table is shared: the text of the query takes what the numbers leave.
struct QueriesColumns {
  static let score = 6
  static let coverage = 6
  static let difference = 8
  static let judged = 7
  static let unjudged = 6

  /// Cells of the query's text.
  let text: Int
  /// Cells of the slice, 0 when there is no room or no query has one.
  let slice: Int
  /// Whether coverage stands behind every score.
  let hasCoverage: Bool
  /// Whether there is a difference to show.
  let hasDifference: Bool

  /// Cells of the whole table.
  let total: Int

  private static let narrowestText = 20
  /// As wide as the text may be without being needed.
  private static let widestEmptyText = 48
  private static let widestText = 72

  init(_ state: ExplorerState, columns width: Int) {
    let count = state.columns.count
    hasDifference = state.comparedPair != nil
    let numbers =
      count * Self.score + (hasDifference ? Self.difference : 0) + Self.judged + Self.unjudged + 2
    let longest = state.board.longestSlice
    let slice = longest == 0 ? 0 : min(14, max(5, longest)) + 2
    var rest = width - numbers
    hasCoverage = rest - count * Self.coverage - slice >= Self.narrowestText
    if hasCoverage { rest -= count * Self.coverage }
    self.slice = rest - slice >= Self.narrowestText ? slice : 0
    // Numbers far from what they belong to are hard to read.
    text = max(
      4, min(rest - self.slice, min(Self.widestText, max(Self.widestEmptyText, state.board.longestText + 2))))
    total = 2 + text + self.slice + numbers - 2 + (hasCoverage ? count * Self.coverage : 0)
  }
}
