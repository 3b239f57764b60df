import Explorer
import TerminalUI
import Testing

@Suite struct KeymapTests {
  private let keymap = Keymap.standard

  @Test func givesNoKeyTwoMeanings() {
    for context in KeyContext.allCases {
      var taken: [[Key]: String] = [:]
      for binding in keymap.bindings(in: context) {
        for keys in binding.keys {
          #expect(taken[keys] == nil, "\(binding.name) and \(taken[keys] ?? "") in \(context.name)")
          taken[keys] = binding.name
        }
      }
    }
  }

  @Test func lacksNoPrefixOfASequence() {
    #expect(keymap.match([.character("g")], in: .results) == .prefix)
    for context in KeyContext.allCases {
      for keys in keymap.bindings(in: context).flatMap(\.keys) where keys.count > 1 {
        #expect(keymap.match([keys[0]], in: context) == .prefix, "a binding on \(keys[0]) hides a longer one")
      }
    }
  }

  @Test func namesEveryActionOnce() {
    let names = keymap.bindings.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { name in name.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test func leavesEveryCharacterToTheQueryLine() {
    for keys in keymap.bindings(in: .query).flatMap(\.keys) {
      if case .character = keys[0] { Issue.record("\(keys) can't be typed") }
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

  @Test func fitsTheHelp() {
    for binding in keymap.bindings {
      #expect(DisplayWidth.of(binding.label) <= 11, "\(binding.name)")
      #expect(DisplayWidth.of(binding.help) <= 24, "\(binding.name)")
    }
  }

  @Test func writesAMarkdownTable() {
    let lines = keymap.markdown.split(separator: "\n")
    #expect(lines.count == keymap.bindings.count + 2)
    #expect(lines.contains("| `0-9` | results | grade and advance | `grade` |"))
    #expect(lines.contains("| `ctrl-c` | everywhere | quit | `quit-at-once` |"))
  }
}
