internal import TerminalUI

/// The list of actions in the middle of the screen, under the line in which one is looked for.
struct PalettePanel {
  private static let widest = 76
  private static let tallest = 20

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let palette = state.palette, let lines = Self.lines(in: state) else { return }
    let rows = palette.rows
    let valid = rows.count { $0.entry.isValid }
    var popUp = PopUp(frame: lines.frame, title: "actions")
    popUp.footer = "\(valid) here" + (rows.count > valid ? " · \(rows.count - valid) elsewhere" : "")
    let room = popUp.inside.columns
    let shown = lines.shown.map { line(rows[$0], columns: room, isSelected: $0 == palette.selected) }
    popUp.draw([PopUp.Row(left: Segments())] + shown, on: &screen)
    if rows.isEmpty { popUp.draw([PopUp.Row(left: Segments()), Self.nothing], on: &screen) }
    drawPattern(palette, in: popUp.inside, on: &screen)
  }

  /// Where the actions stand; `nil` while the list is closed.
  static func lines(in state: ExplorerState) -> ChoiceLines? {
    guard let palette = state.palette else { return nil }
    let body = ScreenFrame(state.size).body
    let columns = min(widest, body.columns)
    // The same height for every pattern, so that nothing jumps while one types.
    let height = min(tallest, palette.entries.count + 1, max(0, body.rows - 2))
    let frame = Rect(
      column: (body.columns - columns) / 2, row: body.row, columns: columns, rows: min(body.rows, height + 2))
    let count = palette.rows.count
    let visible = max(0, frame.rows - 3)
    let first = PopUp.firstLine(selected: palette.selected, count: count, visible: visible)
    // The pattern is the first line inside the frame.
    return ChoiceLines(frame: frame, row: frame.row + 2, shown: first..<min(count, first + visible))
  }

  private static let nothing = PopUp.Row(left: Segments("no action is called so", Style(.muted)))

  private func drawPattern(_ palette: Palette, in inside: Rect, on screen: inout Screen) {
    var line = inside
    line.size.rows = min(1, inside.rows)
    guard !line.isEmpty else { return }
    let prompt = line.takeLeft(2)
    screen.put("›", column: prompt.column, row: prompt.row, style: Style(.accent, bold: true))
    palette.pattern.draw(on: &screen, in: line, style: Style(.plain, bold: true), hasFocus: true)
  }

  /// `grade and advance  grade                 0-9`, with what was typed in bold.
  private func line(_ row: Palette.Row, columns: Int, isSelected: Bool) -> PopUp.Row {
    let entry = row.entry
    // What can't be done here says where it can.
    var right = Segments(entry.isValid ? "" : "in \(entry.place)  ", Style(.muted))
    right.add(entry.label, Style(entry.isValid ? .accent : .muted))
    let text = Self.fitting(entry, columns: columns - right.columns - 1)
    let nameStart = entry.help.count
    var left = Segments()
    for (index, character) in text.enumerated() {
      let isTyped = row.places.contains(index) && character != "…"
      let ink: Ink = isTyped ? .accent : index >= nameStart || !entry.isValid ? .muted : .plain
      left.add(String(character), Style(ink, bold: isTyped))
    }
    return PopUp.Row(left: left, right: right, isSelected: isSelected)
  }

  /// As many letters of a name as say something about it.
  private static let shortestName = 4

  /// What an action does and its name; that is left out where next to nothing of it has room.
  private static func fitting(_ entry: PaletteEntry, columns: Int) -> String {
    let text = Fitting.truncate(entry.text, columns: columns)
    guard text != entry.text, text.count - (entry.text.count - entry.name.count) <= shortestName else {
      return text
    }
    return Fitting.truncate(entry.help, columns: columns)
  }
}
