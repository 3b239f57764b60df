package import TerminalUI

/// How keys are written in a configuration: `j`, `ctrl-r`, `g g`, `shift-tab`, `space`.
package enum KeyNotation {
  /// Why a text names no keys.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what would be right.
    package let description: String
  }

  /// Names of keys that are no characters; the first name of a key is the one it is written by.
  private static let named: [(name: String, key: Key)] =
    [
      ("space", .character(" ")), ("enter", .enter), ("return", .enter), ("esc", .escape),
      ("escape", .escape),
      ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete),
      ("del", .delete),
      ("insert", .insert), ("ins", .insert), ("up", .up), ("↑", .up), ("down", .down), ("↓", .down),
      ("left", .left), ("←", .left), ("right", .right), ("→", .right), ("home", .home), ("end", .end),
      ("page-up", .pageUp), ("page-down", .pageDown), ("ctrl-left", .controlLeft),
      ("ctrl-right", .controlRight), ("alt-backspace", .altBackspace),
    ] + (1...20).map { ("F\($0)", .function($0)) }

  /// The names of keys that are no characters.
  package static let names = named.map(\.name)

  /// Reads a sequence of keys, separated by blanks.
  ///
  /// Letters are themselves, capitals too; `ctrl-` and `alt-` stand before a character.
  package static func keys(_ text: String) throws(Failure) -> [Key] {
    let parts = text.split(separator: " ")
    guard !parts.isEmpty else {
      throw Failure(description: "no key; a key is written as in \"j\" or \"ctrl-r\"")
    }
    var keys: [Key] = []
    for part in parts { keys.append(try key(String(part))) }
    return keys
  }

  /// The text that `keys(_:)` reads as these keys.
  package static func text(_ keys: [Key]) -> String { keys.map(text).joined(separator: " ") }

  private static func key(_ text: String) throws(Failure) -> Key {
    if text.count == 1, let character = text.first, named.allSatisfy({ $0.name != text }) {
      return .character(character)
    }
    if let found = named.first(where: { $0.name.lowercased() == text.lowercased() }) { return found.key }
    for (prefix, make) in [("ctrl-", Key.control), ("alt-", Key.alt)]
    where text.lowercased().hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      if rest.lowercased() == "space" { return make(" ") }
      guard rest.count == 1, let character = rest.first else { break }
      // Terminals send the same byte for a capital with Control.
      return make(prefix == "ctrl-" ? Character(character.lowercased()) : character)
    }
    throw Failure(
      description:
        "'\(text)' is no key; keys are characters, ctrl-x, alt-x, F1 to F20 and \(spoken.joined(separator: ", "))"
    )
  }

  /// One name for each key that is neither a character nor numbered.
  private static var spoken: [String] {
    [
      "space", "enter", "esc", "tab", "shift-tab", "backspace", "delete", "insert", "up", "down", "left",
      "right",
    ]
      + ["home", "end", "page-up", "page-down"]
  }

  private static func text(_ key: Key) -> String {
    if let found = named.first(where: { $0.key == key }) { return found.name }
    return key.label
  }
}
