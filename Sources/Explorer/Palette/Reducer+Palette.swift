internal import Relevance
internal import TerminalUI

extension ExplorerState {
  /// As many actions as are remembered for being run again.
  private static let recentActionCount = 20

  /// Opens the list of all actions.
  mutating func openPalette() -> [Effect] {
    let grades = bench.scale.grades.reversed().map { (grade: $0, name: bench.scale.name(of: $0) ?? "") }
    let place = context
    palette = Palette(
      entries: PaletteEntry.all(in: keymap, context: place, grades: grades), recent: recentActions)
    return []
  }

  /// Changes what was typed.
  mutating func changePalette(_ edit: (inout TextField) -> Void) {
    guard var palette else { return }
    let before = palette.pattern.text
    edit(&palette.pattern)
    if palette.pattern.text != before { palette.selected = 0 }
    self.palette = palette
  }

  /// Performs a command in the list of actions.
  mutating func choose(_ command: ChoiceCommand, from palette: Palette) -> [Effect] {
    let rows = palette.rows
    switch command {
    case .next: self.palette?.selected = rows.isEmpty ? 0 : (palette.selected + 1) % rows.count
    case .previous:
      self.palette?.selected = rows.isEmpty ? 0 : (palette.selected + rows.count - 1) % rows.count
    case .close: self.palette = nil
    case .take:
      guard rows.indices.contains(palette.selected) else { break }
      self.palette = nil
      return run(rows[palette.selected].entry)
    }
    return []
  }

  private mutating func run(_ entry: PaletteEntry) -> [Effect] {
    guard entry.isValid else {
      let places = entry.contexts.filter { $0 != .tooSmall }.map(\.name).joined(separator: ", ")
      notice = Notice("“\(entry.help)” is done in: \(places)")
      return []
    }
    recentActions.removeAll { $0 == entry.name }
    recentActions.insert(entry.name, at: 0)
    recentActions = Array(recentActions.prefix(Self.recentActionCount))
    return perform(entry.command, key: entry.key)
  }
}
