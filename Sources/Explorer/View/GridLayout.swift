internal import TerminalUI

/// How the cells of a grid stand in a column: all of one size, filled row by row.
///
/// A cell is as wide as makes about four of them stand side by side, within bounds: narrower, no picture can be made
/// out; wider, few would show. So a column of 39 cells (two columns in 80) shows three by two items under a sixel
/// terminal, and one of 160 shows six by three. Whatever rows are left over after the last whole row of cells are
/// shared out among the texts.
struct GridLayout: Hashable {
  /// Items side by side.
  let across: Int
  /// Items one above the other that show whole.
  let down: Int
  /// The extent of one item, the gap to its neighbours included.
  let cell: Size
  /// The cells of its picture; `nil` where none are shown.
  let thumbnail: Size?

  /// Lines that rank, score and a title of two lines take.
  private static let leastText = 3
  /// Without pictures, the facts are the third thing to tell items apart.
  private static let leastTextAlone = 4

  /// Lays a grid out; `shape` is `nil` where no pictures are shown.
  init(body: Size, shape: CellShape?) {
    let widths = shape == nil ? 19...30 : 13...24
    let width = min(widths.upperBound, max(widths.lowerBound, body.columns / 4))
    across = max(1, body.columns / width)
    let columns = max(1, body.columns / across)
    thumbnail = shape.flatMap {
      Self.thumbnail(columns: columns - 2, rows: body.rows - Self.leastText, shape: $0)
    }
    let least = thumbnail.map { $0.rows + Self.leastText } ?? Self.leastTextAlone
    down = max(1, body.rows / max(1, least))
    cell = Size(columns: columns, rows: max(1, body.rows / down))
  }

  /// The largest square picture; `nil` where it would show nothing.
  private static func thumbnail(columns: Int, rows: Int, shape: CellShape) -> Size? {
    guard columns > 0, rows >= shape.leastRows else { return nil }
    let height = min(rows, max(shape.leastRows, shape.rows(forColumns: columns)))
    return Size(columns: min(columns, shape.columns(forRows: height)), rows: height)
  }

  /// How many items show.
  var count: Int { across * down }

  /// Where the item at a place of the grid, counted from the first that shows, stands in a column's body.
  func area(of place: Int, in body: Rect) -> Rect {
    Rect(
      column: body.column + place % across * cell.columns, row: body.row + place / across * cell.rows,
      columns: cell.columns, rows: cell.rows)
  }

  /// The place of the grid that a cell of the body belongs to; `nil` beside and below the items that show.
  func place(column: Int, row: Int, in body: Rect) -> Int? {
    let (x, y) = ((column - body.column) / cell.columns, (row - body.row) / cell.rows)
    guard column >= body.column, row >= body.row, x < across, y < down else { return nil }
    return y * across + x
  }

  /// Where a command that moves leads to from an item when the last one is `last`.
  func position(_ command: Command, from position: Int, last: Int) -> Int {
    switch command {
    case .down where position + across <= last: position + across
    // The last row may be shorter than the one above it.
    case .down: position / across < last / across ? last : position
    case .up: position < across ? position : position - across
    case .pageDown: min(last, position + count)
    case .pageUp: position < count ? position % across : position - count
    default: command.position(from: position, page: count, last: last)
    }
  }

  /// The first item to show so that one of them is in sight, moving the view as little as possible.
  func scroll(_ scroll: Int, showing cursor: Int, of items: Int) -> Int {
    let rows = (items + across - 1) / across
    let cursorRow = cursor / across
    let first = min(max(scroll / across, cursorRow - down + 1), cursorRow)
    return max(0, min(first, rows - down)) * across
  }
}
