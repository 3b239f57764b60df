import Explorer
import TerminalUI
import Testing

@Suite struct KeymapTests {
  private let keymap = Keymap.standard

  @Test func givesNoKeyTwoMeanings() {
    for context in KeyContext.allCases {
      var taken: [[Key]: String] = [:]
      for binding in keymap.bindings(in: context) {
        for keys in binding.keys(in: context) {
          #expect(taken[keys] == nil, "\(binding.name) and \(taken[keys] ?? "") in \(context.name)")
          taken[keys] = binding.name
        }
      }
    }
  }

  @Test func lacksNoPrefixOfASequence() {
    #expect(keymap.match([.character("g")], in: .results) == .prefix)
    for context in KeyContext.allCases {
      for keys in keymap.bindings(in: context).flatMap({ $0.keys(in: context) }) where keys.count > 1 {
        #expect(keymap.match([keys[0]], in: context) == .prefix, "a binding on \(keys[0]) hides a longer one")
      }
    }
  }

  /// Where a command has several bindings, the one is named that does it there.
  @Test func namesAKeyThatDoesIt() {
    #expect(keymap.key(of: .show(.findAll), in: .results) == "a")
    #expect(keymap.key(of: .show(.findAll), in: .view(.findAll)) == "F5")
    #expect(keymap.key(of: .quit, in: .results) == "q" && keymap.key(of: .quit, in: .query) == "ctrl-c")
    #expect(keymap.key(of: .nextFlag, in: .view(.curves)) == "'", "none there: the one it has elsewhere")
    for context in KeyContext.allCases {
      for binding in keymap.bindings(in: context) {
        let name = keymap.key(of: binding.command, in: context)
        let keys = keymap.bindings(in: context).flatMap { $0.keys(in: context) }
          .first { $0.map(\.label).joined() == name }
        guard case .binding(let match) = keymap.match(keys ?? [], in: context) else { continue }
        #expect(match.command == binding.command, "\(name) in \(context.name)")
      }
    }
    let (without, _) = keymap.applying([KeyChange(action: "next-flag", sequences: [])])
    #expect(without.key(of: .nextFlag, in: .results) == ":next-flag")
  }

  @Test func namesEveryActionOnce() {
    let names = keymap.bindings.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { name in name.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test func leavesEveryCharacterToTheQueryLine() {
    for context in KeyContext.allCases where context.isTyping {
      for keys in keymap.bindings.flatMap(\.keys) {
        guard case .character = keys[0] else { continue }
        #expect(keymap.match([keys[0]], in: context) == .none, "\(keys) can't be typed")
      }
    }
  }

  @Test func canBeLeftFromEverywhere() {
    for context in KeyContext.allCases {
      guard case .binding(let binding) = keymap.match([.control("c")], in: context) else {
        Issue.record("no ctrl-c in \(context.name)")
        continue
      }
      #expect(binding.command == .quit)
    }
  }

  @Test func leadsToEveryViewFromEveryPlace() {
    for view in View.allCases {
      for context in [.query, .help] + KeyContext.views {
        guard case .binding(let binding) = keymap.match([.function(view.rawValue)], in: context) else {
          Issue.record("no F\(view.rawValue) in \(context.name)")
          continue
        }
        #expect(binding.command == .show(view))
      }
    }
  }

  @Test func namesWhatMayFollowAPrefix() {
    let continuations = keymap.continuations(of: [.character("g")], in: .results)
    #expect(continuations.first?.key == "g" && continuations.first?.binding.command == .top)
    #expect(continuations.contains { $0.key == "e" && $0.binding.command == .show(.explore) })
    #expect(keymap.continuations(of: [.character("g")], in: .query).isEmpty)
  }

  @Test func fitsTheHelp() {
    for binding in keymap.bindings {
      #expect(DisplayWidth.of(binding.label) <= 12, "\(binding.name)")
      #expect(DisplayWidth.of(binding.help) <= 24, "\(binding.name)")
    }
  }

  @Test func writesAMarkdownTable() {
    let table = keymap.markdown
    let lines = table.split(separator: "\n")
    #expect(lines.prefix(2) == ["| where | keys |", "|---|---|"])
    #expect(
      lines.contains { $0.hasPrefix("| results, label, find-all, picture | `0-9` grade and advance · ") })
    #expect(lines.contains { $0.hasPrefix("| everywhere | ") && $0.contains("`ctrl-c` quit") })
    #expect(lines.count { $0.contains("`← ctrl-b → ctrl-f ") } == 1)
    for binding in keymap.bindings {
      if case .edit = binding.command { continue }
      #expect(table.contains("`\(binding.label)` \(binding.help)"), "\(binding.name)")
    }
  }
}
