internal import TerminalUI

extension Keymap {
  /// Which columns there are, what they have in common, and what is saved of them.
  ///
  /// The prefix is no letter of a scale: those grade.
  static let columnBindings: [Binding] =
    [
      column("add-column", .add, "za", "add a column"),
      column("duplicate-column", .duplicate, "zd", "duplicate the column"),
      column("remove-column", .remove, "zx", "remove the column"),
      column("move-column-left", .moveLeft, "H", "move the column left"),
      column("move-column-right", .moveRight, "L", "move the column right"),
      column("former-columns", .takeBack, "zu", "the columns before"),
      column("switch-model", .switchModel, "E", "change the model"),
      column("column-filter", .filter, "zf", "filter the column alone"),
      column("link-scrolling", .link, "o", "scroll together or not"),
      column("only-differences", .onlyDifferences, "D", "differing rows, \(DifferenceFilter.count) steps"),
      column("same-item", .jumpToTwin, "*", "same item, next column"),
      column("save-preset", .save, "zs", "save the columns"),
      column("presets", .open, "zp", "saved columns"),
      Binding(
        "load-preset", .column(.load), keys: [[.enter]], help: "load the columns", hint: "load",
        in: [.presets]),
      Binding(
        "delete-preset", .column(.delete), keys: [[.character("d")], [.delete]], help: "delete, twice",
        hint: "delete", in: [.presets]),
      Binding(
        "accept", .column(.accept), keys: [[.enter]], help: "accept the line", hint: "accept",
        in: [.columnPrompt]),
    ]

  private static func column(
    _ name: String, _ command: ColumnCommand, _ keys: String, _ help: String
  ) -> Binding {
    Binding(name, .column(command), keys: [keys.map { .character($0) }], help: help, in: [.results])
  }
}
