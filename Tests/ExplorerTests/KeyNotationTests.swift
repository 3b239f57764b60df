import Explorer
import TerminalUI
import Testing

@Suite struct KeyNotationTests {
  @Test(
    arguments: [
      ("j", [.character("j")]), ("G", [.character("G")]), ("g g", [.character("g"), .character("g")]),
      ("ctrl-r", [.control("r")]), ("Ctrl-R", [.control("r")]), ("alt-b", [.alt("b")]),
      ("alt-B", [.alt("B")]),
      ("space", [.character(" ")]), ("ctrl-space", [.control(" ")]), ("F5", [.function(5)]),
      ("f12", [.function(12)]),
      ("shift-tab", [.backTab]), ("page-up", [.pageUp]), ("↑", [.up]), ("↓", [.down]),
      ("-", [.character("-")]),
      ("é", [.character("é")]), ("  g   home ", [.character("g"), .home]),
    ] as [(String, [Key])])
  func readsKeys(_ text: String, _ keys: [Key]) throws {
    #expect(try KeyNotation.keys(text) == keys)
  }

  @Test(arguments: ["", "  ", "ctrl-", "ctrl-xy", "hyper-x", "F99", "pageup", "gg"])
  func namesWhatIsNoKey(_ text: String) {
    #expect(throws: KeyNotation.Failure.self) { try KeyNotation.keys(text) }
  }

  @Test func everyStandardKeyCanBeWritten() throws {
    for sequence in Keymap.standard.bindings.flatMap(\.keys) {
      #expect(try KeyNotation.keys(KeyNotation.text(sequence)) == sequence)
    }
  }
}

@Suite struct RebindingTests {
  private func change(_ action: String, _ keys: String...) throws -> KeyChange {
    KeyChange(action: action, sequences: try keys.map { try KeyNotation.keys($0) })
  }

  private func command(_ keys: String, in keymap: Keymap, _ place: KeyContext = .results) throws -> Command? {
    guard case .binding(let binding) = keymap.match(try KeyNotation.keys(keys), in: place) else { return nil }
    return binding.command
  }

  @Test func givesActionsOtherKeys() throws {
    let (keymap, refusals) = Keymap.standard.applying([
      try change("explain", "ctrl-e", "g z"), try change("switch-fusion"),
    ])
    #expect(refusals.isEmpty)
    #expect(try command("ctrl-e", in: keymap) == .explain)
    #expect(try command("g z", in: keymap) == .explain)
    #expect(try command("x", in: keymap) == nil)
    #expect(try command("F", in: keymap) == nil)
    let binding = try #require(keymap.bindings.first { $0.name == "explain" })
    #expect(binding.label == "ctrl-e gz")
    #expect(keymap.bindings.count == Keymap.standard.bindings.count)
  }

  @Test func letsTwoActionsExchangeTheirKeys() throws {
    let (keymap, refusals) = Keymap.standard.applying([
      try change("next-query", "["), try change("previous-query", "]"),
    ])
    #expect(refusals.isEmpty)
    #expect(try command("[", in: keymap) == .nextQuery)
    #expect(try command("]", in: keymap) == .previousQuery)
  }

  @Test func leavesOutWhatClashes() throws {
    let changes = [
      try change("explain", "n"), try change("no-such", "z"), try change("grade", "a"),
      try change("rotate-detail", "g"),
      try change("line-end", "e"), try change("switch-mode", "ctrl-n"),
    ]
    let (keymap, refusals) = Keymap.standard.applying(changes)
    #expect(refusals.map(\.change) == [0, 1, 2, 3, 4])
    #expect(
      refusals[0].refusal
        == .taken(sequence: [.character("n")], by: "note", with: [.character("n")], place: .results))
    #expect(refusals[1].refusal == .unknownAction && refusals[2].refusal == .fixed)
    guard case .taken(_, _, let with, _) = refusals[3].refusal else { return }
    #expect(with.count == 2, "a key that begins a sequence")
    #expect(refusals[4].refusal == .typed(sequence: [.character("e")]))
    #expect(try command("n", in: keymap) == .writeNote)
    #expect(try command("x", in: keymap) == .explain)
    #expect(try command("ctrl-n", in: keymap) == .switchMode)
  }

  @Test func whatIsLeftOutTakesItsKeysBack() throws {
    // Without the first change, which is unknown, nothing else suffers; without the second, its x is taken again.
    let (keymap, refusals) = Keymap.standard.applying([
      try change("switch-mode", "x"), try change("explain", "n"),
    ])
    #expect(refusals.map(\.change) == [0, 1])
    #expect(try command("x", in: keymap) == .explain)
    #expect(try command("c", in: keymap) == .switchMode)
  }

  @Test func noKeyHasTwoMeaningsWhateverIsAsked() throws {
    let names = Keymap.standard.bindings.map(\.name)
    for (index, name) in names.enumerated() {
      let (keymap, _) = Keymap.standard.applying([
        try change(name, "j"), try change(names[(index * 7 + 3) % names.count], "ctrl-n", "g"),
      ])
      for context in KeyContext.allCases {
        let all = keymap.bindings(in: context).flatMap { $0.keys(in: context) }
        let beginnings = Set(all.flatMap { keys in (1..<max(1, keys.count)).map { Array(keys.prefix($0)) } })
        #expect(
          Set(all).count == all.count && beginnings.isDisjoint(with: all), "\(name) in the \(context.name)")
      }
    }
  }
}
