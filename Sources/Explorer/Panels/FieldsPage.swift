internal import TerminalUI

/// Fields as a table of names and wrapped values.
///
/// A name that is too long keeps its last components: nested fields share their beginning (`attributes.color`).
struct FieldsPage: DetailPage {
  struct Line {
    let name: String
    let value: String
  }

  let lines: [Line]
  private let nameColumns: Int

  init(fields: [ItemField], columns: Int) {
    let longest = fields.map { DisplayWidth.of($0.name) }.max() ?? 0
    let nameColumns = min(longest, max(4, columns / 3))
    self.nameColumns = nameColumns
    lines = fields.flatMap { field in
      Fitting.wrap(field.value, columns: columns - nameColumns - 2).enumerated().map { index, value in
        Line(name: index == 0 ? Self.shortened(field.name, columns: nameColumns) : "", value: value)
      }
    }
  }

  /// The name without as many of its first components as there is no room for.
  private static func shortened(_ name: String, columns: Int) -> String {
    var name = name[...]
    while DisplayWidth.of(String(name)) > columns, let dot = name.firstIndex(of: ".") {
      name = name[name.index(after: dot)...]
    }
    return String(name)
  }

  func draw(_ line: Line, on screen: inout Screen, in area: Rect, row: Int) {
    screen.put(
      line.name, column: area.column, row: row, style: Style(.muted), maxColumns: nameColumns,
      alignment: .right, cut: .atFront)
    screen.put(line.value, column: area.column + nameColumns + 2, row: row)
  }
}
