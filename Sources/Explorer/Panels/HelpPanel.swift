internal import Relevance
internal import TerminalUI

/// The keys that are valid here, from the keymap.
struct HelpPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let page = HelpPage(state)
    screen.put(" Keys", column: 0, row: 0, style: Style(.accent, bold: true))
    screen.put(page.subtitle, column: 6, row: 0, style: Style(.muted))
    let scroll = state.helpScroll ?? 0
    for (index, column) in page.area.sideBySide(page.columnCount, gap: 2).enumerated() {
      for row in 0..<column.rows {
        let line = scroll + index * page.area.rows + row
        guard line < page.lines.count else { break }
        page.lines[line].draw(on: &screen, in: column, row: column.row + row)
      }
    }
    if scroll < page.lastScroll {
      screen.put(
        "↓ more ", column: 0, row: page.area.maxRow, style: Style(.accent), maxColumns: state.size.columns,
        alignment: .right)
    }
  }
}

/// The help laid out for a screen size: columns of lines, filled top to bottom.
struct HelpPage {
  struct Line {
    let keys: String
    let help: String
    let isHeading: Bool

    func draw(on screen: inout Screen, in column: Rect, row: Int) {
      if isHeading {
        screen.put(
          help, column: column.column, row: row, style: Style(.plain, bold: true), maxColumns: column.columns)
        return
      }
      screen.put(
        keys, column: column.column, row: row, style: Style(.accent), maxColumns: HelpPage.keyColumns,
        alignment: .right)
      let gap = HelpPage.keyColumns + 2
      screen.put(help, column: column.column + gap, row: row, maxColumns: column.columns - gap)
    }
  }

  static let columnWidth = 39
  static let keyColumns = 12

  let lines: [Line]
  let area: Rect
  let columnCount: Int
  let subtitle: String

  init(_ state: ExplorerState) {
    var lines: [Line] = []
    var listed: Set<String> = []
    let contexts = state.viewer == nil ? state.view.screen.contexts : [.picture]
    for context in state.opened.isEmpty ? contexts : [.number] {
      if !lines.isEmpty { lines.append(Line(keys: "", help: "", isHeading: true)) }
      lines.append(Line(keys: "", help: "In the \(context.name)", isHeading: true))
      // What is valid in several places is listed in the first.
      for binding in state.keymap.bindings(in: context)
      where (state.tour != nil || !binding.isOfTour) && listed.insert(binding.name).inserted {
        lines.append(Line(keys: binding.label, help: binding.help, isHeading: false))
      }
    }
    self.lines = lines
    area = Rect(column: 1, row: 2, columns: state.size.columns - 2, rows: max(1, state.size.rows - 4))
    let fitting = max(1, area.columns / Self.columnWidth)
    columnCount = min(fitting, (lines.count + area.rows - 1) / area.rows)
    let scale = state.bench.scale
    subtitle = scale.grades.map { "\($0) \(scale.name(of: $0) ?? "")" }.joined(separator: " · ")
  }

  /// The furthest the list can be scrolled.
  var lastScroll: Int { max(0, lines.count - area.rows * columnCount) }
}

extension Binding {
  /// Whether it means something only while the tour is under way.
  fileprivate var isOfTour: Bool {
    if case .tour = command { true } else { false }
  }
}
