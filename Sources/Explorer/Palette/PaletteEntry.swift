internal import TerminalUI

/// One action of the palette.
package struct PaletteEntry: Hashable, Sendable {
  /// Tells it from the others, such as `next-query` or `grade-3`.
  package let name: String
  /// What it does.
  package let help: String
  /// What the help calls its keys.
  package let label: String
  /// What happens.
  let command: Command
  /// The key that it is run with.
  let key: Key
  /// Whether it can be done where the palette was opened.
  package let isValid: Bool
  /// Where it can be done.
  let contexts: [KeyContext]

  /// The first place where it can be done, and whether there are more.
  var place: String {
    let places = contexts.filter { $0 != .tooSmall }.map(\.name)
    return (places.first ?? "") + (places.count > 1 ? ", …" : "")
  }

  /// The text that the pattern is laid over: what the row shows.
  var text: String { help + "  " + name }
}

extension PaletteEntry {
  /// Every action of a keymap, with one for each grade; what edits a line has no use here.
  static func all(in keymap: Keymap, context: KeyContext, grades: [(grade: Int, name: String)])
    -> [PaletteEntry]
  {
    let bindings = keymap.bindings.filter(\.isForPalette)
    return bindings.enumerated().flatMap { place, binding -> [PaletteEntry] in
      // Two keys for the same thing, one of which works everywhere, are one action.
      let isKnown = bindings[..<place].contains { $0.command == binding.command && $0.help == binding.help }
      guard !isKnown else { return [] }
      let isValid = binding.contexts.contains(context)
      guard binding.command == .grade else {
        return [
          PaletteEntry(
            name: binding.name, help: binding.help, label: binding.label, command: binding.command,
            key: binding.keys.first?.last ?? .enter, isValid: isValid, contexts: binding.contexts)
        ]
      }
      return grades.filter { (0...9).contains($0.grade) }.map { grade, name in
        PaletteEntry(
          name: "\(binding.name)-\(grade)", help: "grade \(grade)" + (name.isEmpty ? "" : " \(name)"),
          label: "\(grade)", command: .grade, key: .character(Character("\(grade)")), isValid: isValid,
          contexts: binding.contexts)
      }
    }
  }
}

extension Binding {
  /// Whether the action makes sense away from where its keys are pressed.
  fileprivate var isForPalette: Bool {
    switch command {
    case .edit, .choose, .history, .complete, .palette, .leaveQuery, .saveNote, .back: false
    default: contexts.contains { $0.isInPalette }
    }
  }
}

extension KeyContext {
  /// Whether actions of this place are listed.
  fileprivate var isInPalette: Bool {
    switch self {
    case .view, .picture, .number: true
    case .query, .note, .completion, .history, .columnPrompt, .presets, .palette, .help, .tooSmall: false
    }
  }
}
