internal import ArgumentParser
internal import Explorer

/// `assay config keys`: what there is to bind keys to.
struct ConfigKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every action with its keys, where it is valid and what it does.",
    discussion: """
      An action gets other keys under [keys] in the configuration: next-query = "]" or next-query = ["]", "g n"]; none \
      with []. Keys are characters, ctrl-x, alt-x, F1 to F20, space, enter, esc, tab, shift-tab, backspace, delete, \
      insert, up, down, left, right, home, end, page-up and page-down; a blank stands between the keys of a sequence.
      """)

  func run() throws {
    let configuration = EffectiveConfiguration(settings: .current)
    var table = TextTable([.words("action"), .words("keys"), .words("where"), .words("does"), .words("from")])
    for binding in configuration.keymap.bindings {
      let keys =
        binding.command == .grade ? binding.label : binding.keys.map(KeyNotation.text).joined(separator: ", ")
      let places =
        binding.contexts == KeyContext.allCases
        ? "everywhere" : binding.contexts.map(\.name).joined(separator: ", ")
      table.add([
        binding.name, keys.isEmpty ? "–" : keys, places, binding.help,
        (configuration.keyOrigins[binding.name] ?? .standard).description,
      ])
    }
    for line in table.lines { TextOutput.line(line) }
    if let complaint = configuration.complaint { Diagnostics.say(complaint) }
  }
}
