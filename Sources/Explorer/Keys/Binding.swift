package import TerminalUI

/// Where a key is valid.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  /// The query line, where text is typed.
  case query
  /// A view, where letters and digits are commands.
  case view(View)
  /// The list of what the query line may go on with.
  case completion
  /// The search for a query that was asked before.
  case history
  /// The line in which a note is written.
  case note
  /// The line in which something about columns is written.
  case columnPrompt
  /// The list of saved columns.
  case presets
  /// The list of all actions.
  case palette
  /// The arithmetic of a number.
  case number
  /// The picture that fills the screen.
  case picture
  /// The list of keys.
  case help
  /// The terminal is too small to show anything.
  case tooSmall

  /// The results of the Explore view.
  package static let results = KeyContext.view(.explore)
  /// Every view.
  package static let views = View.allCases.map(KeyContext.view)
  package static let allCases =
    [query, completion, history, note, columnPrompt, palette] + views
    + [picture, presets, number, help, tooSmall]

  /// How the help names it.
  package var name: String {
    switch self {
    case .query: "query line"
    case .completion: "completion"
    case .history: "history search"
    case .palette: "palette"
    case .view(.explore): "results"
    case .view(let view): view.name
    case .note: "note"
    case .columnPrompt: "column line"
    case .presets: "presets"
    case .number: "open number"
    case .picture: "picture"
    case .help: "help"
    case .tooSmall: "too small"
    }
  }

  /// Whether characters are text here, and never commands.
  package var isTyping: Bool {
    switch self {
    case .query, .completion, .history, .note, .columnPrompt, .palette: true
    case .view, .presets, .number, .picture, .help, .tooSmall: false
    }
  }

  /// Whether it opens above a view, for one thing to be written or chosen.
  var opensAbove: Bool {
    switch self {
    case .completion, .history, .note, .columnPrompt, .presets, .palette, .picture: true
    case .query, .view, .number, .help, .tooSmall: false
    }
  }

  /// The place behind this one, to which keys go that mean nothing here.
  var behind: KeyContext? { self == .completion || self == .history ? .query : nil }
}

/// One line of the keymap: a named action, its keys and what it does.
package struct Binding: Hashable, Sendable {
  /// The action's name, for configuration and the palette, such as `next-query`.
  package let name: String
  /// What happens.
  package let command: Command
  /// Key sequences, any of which triggers it; usually of length 1.
  package let keys: [[Key]]
  /// What the help calls the keys.
  package let label: String
  /// One short phrase, lower case.
  package let help: String
  /// A word for the status line's reminder, or `nil` to leave it out there.
  package let hint: String?
  /// Where it is valid.
  package let contexts: [KeyContext]

  /// Makes a binding; without a label, the keys name themselves.
  package init(
    _ name: String, _ command: Command, keys: [[Key]], label: String? = nil, help: String,
    hint: String? = nil, in contexts: [KeyContext]
  ) {
    self.name = name
    self.command = command
    self.keys = keys
    self.label =
      label ?? keys.map { $0.map(\.label).joined(separator: "") }.joined(separator: " ")
    self.help = help
    self.hint = hint
    self.contexts = contexts
  }

  /// The sequences that trigger it in a place: where text is typed, not those that begin with a character.
  package func keys(in context: KeyContext) -> [[Key]] {
    guard context.isTyping else { return keys }
    return keys.filter { keys in
      if case .character = keys.first { false } else { true }
    }
  }
}

extension Key {
  /// What the help calls the key.
  package var label: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter)"
    case .alt(let letter): "alt-\(letter)"
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "del"
    case .insert: "ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .controlLeft: "ctrl-←"
    case .controlRight: "ctrl-→"
    case .altBackspace: "alt-backspace"
    case .home: "home"
    case .end: "end"
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    case .function(let number): "F\(number)"
    }
  }
}
