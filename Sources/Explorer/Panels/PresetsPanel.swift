internal import TerminalUI

/// The saved columns: each name with how its columns rank.
struct PresetsPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let list = state.presets else { return }
    let frame = ScreenFrame(state.size)
    screen.put(" Saved columns", column: 0, row: 0, style: Style(.accent, bold: true))
    guard let saved = list.saved else {
      screen.put("reading", column: 2, row: 2, style: Style(.muted))
      return
    }
    screen.put(
      saved.path, column: 16, row: 0, style: Style(.muted), maxColumns: state.size.columns - 17,
      cut: .atFront)
    let area = Self.area(in: frame)
    if let message = saved.failure
      ?? (saved.presets.isEmpty ? "nothing is saved yet; zs saves the columns" : nil)
    {
      let style = Style(saved.failure == nil ? .muted : .warning)
      for (line, words) in Fitting.wrap(message, columns: area.columns, maxLines: area.rows).enumerated() {
        screen.put(words, column: area.column, row: area.row + line, style: style)
      }
      return
    }
    for (index, place) in Self.places(of: saved.presets, cursor: list.cursor, in: area) {
      draw(saved.presets[index], isChosen: index == list.cursor, in: place, on: &screen)
    }
  }

  /// The preset that an event is over.
  static func preset(at event: MouseEvent, in state: ExplorerState) -> Int? {
    guard let list = state.presets, let saved = list.saved, saved.failure == nil else { return nil }
    let area = area(in: ScreenFrame(state.size))
    return places(of: saved.presets, cursor: list.cursor, in: area).first { $0.place.contains(event) }?.index
  }

  private static func area(in frame: ScreenFrame) -> Rect {
    var area = frame.body
    _ = area.takeTop(1)
    _ = area.takeLeft(2)
    _ = area.takeRight(1)
    return area
  }

  /// A name and, under it, its columns; the chosen one is always in sight.
  private static func places(
    of presets: [ColumnPreset], cursor: Int, in area: Rect
  ) -> [(index: Int, place: Rect)] {
    guard presets.indices.contains(cursor) else { return [] }
    let heights = presets.map { 1 + max(1, $0.columns.count) }
    var first = cursor
    var room = area.rows - heights[cursor]
    while first > 0, heights[first - 1] <= room {
      first -= 1
      room -= heights[first]
    }
    var rest = area
    var places: [(index: Int, place: Rect)] = []
    for index in first..<presets.count where !rest.isEmpty {
      places.append((index, rest.takeTop(heights[index])))
    }
    return places
  }

  private func draw(_ preset: ColumnPreset, isChosen: Bool, in area: Rect, on screen: inout Screen) {
    if isChosen {
      screen.fill(
        Rect(column: 0, row: area.row, columns: 1, rows: area.rows), with: "▌", style: Style(.accent))
    }
    screen.put(
      preset.name, column: area.column, row: area.row, style: Style(.plain, bold: isChosen),
      maxColumns: area.columns)
    let lines =
      preset.problem.map { [($0, Ink.warning)] }
      ?? preset.columns.enumerated().map { index, settings in
        (ColumnHeadPanel.letter(of: index) + " " + settings.name, Ink.muted)
      }
    for (line, (text, ink)) in lines.enumerated() where line + 1 < area.rows {
      screen.put(
        text, column: area.column + 2, row: area.row + 1 + line, style: Style(ink),
        maxColumns: area.columns - 2, cut: .atWord)
    }
  }
}
