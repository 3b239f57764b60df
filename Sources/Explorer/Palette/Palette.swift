package import TerminalUI

/// The list of all actions, and what was typed to find one.
package struct Palette: Hashable, Sendable {
  /// What was typed.
  package internal(set) var pattern = TextField()
  /// The row that `enter` runs.
  package internal(set) var selected = 0
  /// Every action, in the keymap's order.
  let entries: [PaletteEntry]
  /// The names of actions that were run from here, the latest first.
  let recent: [String]

  /// A row: an action and the characters of its text that were typed.
  package struct Row: Hashable, Sendable {
    /// The action.
    package let entry: PaletteEntry
    /// The characters of `entry.text` that fit the pattern.
    let places: [Int]
  }

  /// The actions that fit what was typed: those that can be done here before the others, the best fit first, of equal
  /// fits the one that was run last.
  package var rows: [Row] {
    let ages = Dictionary(recent.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let found = entries.enumerated().compactMap { place, entry -> (row: Row, rank: [Int])? in
      guard let match = FuzzyMatch(pattern.text, in: entry.text) else { return nil }
      let rank = [entry.isValid ? 0 : 1, -match.score, ages[entry.name] ?? recent.count, place]
      return (Row(entry: entry, places: match.places), rank)
    }
    return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.row)
  }
}
