internal import TerminalUI

/// Fields as a table of names and wrapped values.
struct FieldsPage {
  let fields: [ItemField]

  func draw(on screen: inout Screen, in area: Rect, scroll: Int) {
    let longest = fields.map { DisplayWidth.of($0.name) }.max() ?? 0
    let nameColumns = min(longest, max(4, area.columns / 3))
    let valueColumn = area.column + nameColumns + 2
    let lines = fields.flatMap { field in
      Fitting.wrap(field.value, columns: area.columns - nameColumns - 2).enumerated().map { index, line in
        (name: index == 0 ? field.name : "", value: line)
      }
    }
    let first = min(scroll, max(0, lines.count - area.rows))
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      screen.put(
        line.name, column: area.column, row: area.row + row, style: Style(.muted), maxColumns: nameColumns,
        alignment: .right)
      screen.put(line.value, column: valueColumn, row: area.row + row)
    }
    if lines.count > first + area.rows, !area.isEmpty {
      screen.put("…", column: area.maxColumn - 1, row: area.maxRow - 1, style: Style(.accent))
    }
  }
}
