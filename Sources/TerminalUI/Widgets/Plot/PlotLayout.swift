/// Where the parts of a plot stand in a rectangle.
struct PlotLayout {
  /// The cells of the lines.
  let area: Rect
  /// Cells of the labels to the left, with the gap to the axis.
  let labelColumns: Int
  /// Cells of the names to the right.
  let nameColumns: Int
  /// The marks of the vertical axis that are shown.
  let marks: [Double]
  /// The rows of the names, by line.
  private(set) var nameRows: [(line: Int, row: Int)] = []

  private let axis: PlotAxis
  private let lineCount: Int

  init(_ plot: Plot, in rect: Rect) {
    axis = plot.axis
    lineCount = plot.lines.count
    var area = rect
    _ = area.takeBottom(2)
    marks = plot.axis.marks(atMost: max(2, area.rows / 2))
    labelColumns = (marks.map { DisplayWidth.of(plot.axis.label(of: $0)) }.max() ?? 0) + 1
    nameColumns = min(
      area.columns / 3, (plot.lines.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2)
    _ = area.takeLeft(labelColumns + 1)
    _ = area.takeRight(nameColumns + 1)
    self.area = area
    nameRows = names(of: plot)
  }

  /// Whether there is room for anything to be seen.
  var isDrawn: Bool { area.columns >= 8 && area.rows >= 3 }

  /// The dot of a place on the horizontal axis; half a cell is left free at both ends for the markers.
  func x(of position: Double) -> Int {
    2 * column(of: position) - 2 * area.column
  }

  /// The dot of a value, outside the area's dots when it lies outside the axis.
  func y(of value: Double) -> Int {
    guard value.isFinite else { return -1 }
    return Int(((1 - axis.position(of: value)) * Double(area.rows * 4 - 1)).rounded())
  }

  func column(of position: Double) -> Int {
    let margin = min(2, area.columns / 8)
    return area.column + margin + Int((position * Double(area.columns - 1 - 2 * margin)).rounded())
  }

  func row(of value: Double) -> Int {
    area.row + min(area.rows - 1, max(0, y(of: value) / 4))
  }

  /// How far to the side the stroke of a line stands, so that those at the same place stay apart.
  func shift(of line: Int) -> Int {
    2 * line - (lineCount - 1)
  }

  /// Names in the order of the ends of their lines, one to a row, moved as little as is needed.
  private func names(of plot: Plot) -> [(line: Int, row: Int)] {
    let ends = plot.lines.enumerated().compactMap { index, line in
      line.points.last.map { (line: index, row: row(of: $0.value), value: $0.value) }
    }
    .sorted { ($1.value, $0.line) < ($0.value, $1.line) }
    guard ends.count <= area.rows else { return [] }
    var rows: [(line: Int, row: Int)] = []
    for end in ends { rows.append((end.line, max(end.row, (rows.last?.row ?? area.row - 1) + 1))) }
    // What was pushed over the bottom moves up again, and pushes in turn.
    var limit = area.maxRow - 1
    for index in rows.indices.reversed() {
      rows[index].row = min(rows[index].row, limit)
      limit = rows[index].row - 1
    }
    return rows
  }
}
