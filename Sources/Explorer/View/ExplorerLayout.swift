internal import TerminalUI

/// Where everything stands for a state: the one place that knows the screen's geometry.
///
/// Top to bottom: the query line, the columns (two lines of head each, then rows of equal height), the sliders,
/// the status line. Pictures never touch the last row, which the status line keeps for text.
struct ExplorerLayout {
  /// A visible column.
  struct Column {
    /// Its index in the state.
    let index: Int
    /// Two lines: configuration, then measures.
    let head: Rect
    /// The rows of results.
    let body: Rect
  }

  /// A column narrower than this can't show a title beside a picture.
  static let narrowestColumn = 36
  static let narrowestDetail = 36

  let query: Rect
  let columns: [Column]
  let detail: Rect?
  let sliders: Rect
  /// Lines of one result, unless they stand in a grid.
  let rowHeight: Int
  /// Cells of one thumbnail, or `nil` when none is shown.
  let thumbnail: Size?
  /// Where results stand in a grid; `nil` when they stand one below the other.
  let grid: GridLayout?

  init(_ state: ExplorerState) {
    let frame = ScreenFrame(state.size)
    query = frame.head
    var rest = frame.body
    sliders = rest.takeBottom(1)
    detail = Self.takeDetail(from: &rest, mode: state.detail)
    columns = Self.columns(in: rest, state: state)
    let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures)
    let body = Size(columns: columns.map(\.body.columns).min() ?? 0, rows: max(0, rest.rows - 2))
    switch state.style {
    case .list:
      let width = columns.first?.body.columns ?? 0
      (rowHeight, thumbnail) = Self.row(bodyRows: body.rows, columnWidth: width, shape: shape)
      grid = nil
    case .large:
      (rowHeight, thumbnail) = Self.largeRow(body, shape: shape)
      grid = nil
    case .grid:
      let layout = GridLayout(body: body, shape: shape)
      (rowHeight, thumbnail, grid) = (layout.cell.rows, layout.thumbnail, layout)
    }
  }

  /// How many results of a column are shown whole.
  var visibleRows: Int {
    grid?.count ?? (columns.first?.body.rows ?? 0) / rowHeight
  }

  /// The row of a column's list that a cell of its body belongs to, when `scroll` is the first that shows.
  func listRow(column: Int, row: Int, in body: Rect, scroll: Int) -> Int? {
    guard let grid else { return scroll + (row - body.row) / max(1, rowHeight) }
    return grid.place(column: column, row: row, in: body).map { scroll + $0 }
  }

  /// The right third, or everything when the terminal is too narrow to share.
  private static func takeDetail(from rest: inout Rect, mode: DetailMode) -> Rect? {
    guard mode != .off else { return nil }
    guard rest.columns >= narrowestColumn + narrowestDetail + 1 else {
      defer { rest.size.columns = 0 }
      return rest
    }
    let detail = rest.takeRight(max(narrowestDetail, rest.columns / 3))
    _ = rest.takeRight(1)
    return detail
  }

  /// All columns side by side or, when they would be too narrow, as many as fit: the focused one and those to its left,
  /// which it is compared with.
  private static func columns(in rest: Rect, state: ExplorerState) -> [Column] {
    guard !rest.isEmpty else { return [] }
    let count = state.columns.count
    let fitting = min(count, max(1, (rest.columns + 1) / (narrowestColumn + 1)))
    let first = min(max(0, state.focusedColumn - fitting + 1), count - fitting)
    let indices = Array(first..<first + fitting)
    return zip(indices, rest.sideBySide(indices.count)).map { index, area in
      var body = area
      return Column(index: index, head: body.takeTop(2), body: body)
    }
  }

  private static let tallestRow = 5

  /// Row height and thumbnail: as tall as leaves about ten results, but no taller than a row's text can use, and as
  /// wide as makes the picture square.
  private static func row(bodyRows: Int, columnWidth: Int, shape: CellShape?) -> (Int, Size?) {
    guard let shape else { return (2, nil) }
    let height = min(tallestRow, max(shape.leastRows, bodyRows / 10))
    let width = min(shape.columns(forRows: height), columnWidth * 3 / 10)
    return (height, Size(columns: width, rows: height))
  }

  /// What a row of a large list takes at least and at most.
  private static let largeRows = 6...12
  private static let largeRowsAlone = 5

  /// The same for a large list: about four results, the picture at most two fifths of the width.
  private static func largeRow(_ body: Size, shape: CellShape?) -> (Int, Size?) {
    guard let shape else { return (largeRowsAlone, nil) }
    let height = min(largeRows.upperBound, max(largeRows.lowerBound, body.rows / 4))
    let width = min(shape.columns(forRows: height), body.columns * 2 / 5)
    return (height, Size(columns: width, rows: height))
  }
}

/// The shape of one cell, as far as pictures care.
struct CellShape {
  private let width: Int
  private let height: Int
  /// Fewer rows than this show nothing recognisable.
  let leastRows: Int

  /// `nil` when there is nothing to show or nothing to show it with.
  init?(_ support: PictureSupport, hasPictures: Bool) {
    guard hasPictures else { return nil }
    switch support {
    case .none: return nil
    case .blocks: (width, height, leastRows) = (1, 2, 4)
    case .sixel(let cellWidth, let cellHeight), .kitty(let cellWidth, let cellHeight),
      .iterm2(let cellWidth, let cellHeight):
      (width, height, leastRows) = (max(1, cellWidth), max(1, cellHeight), 3)
    }
  }

  /// Columns that make `rows` square, rounded down so that neighbours do not touch.
  func columns(forRows rows: Int) -> Int {
    max(1, rows * height / width)
  }

  /// The pixels of an area.
  func pixels(of area: Size) -> (width: Int, height: Int) {
    (max(1, area.columns * width), max(1, area.rows * height))
  }

  /// The cells that so many pixels touch.
  func cells(covering pixels: (width: Int, height: Int)) -> Size {
    Size(
      columns: (pixels.width + width - 1) / width, rows: (pixels.height + height - 1) / height)
  }

  /// Rows that make `columns` square.
  func rows(forColumns columns: Int) -> Int {
    max(1, columns * width / height)
  }
}
