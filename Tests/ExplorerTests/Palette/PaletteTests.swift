import Explorer
import TerminalUI
import TestSupport
import Testing

/// The list of all actions.
@Suite struct PaletteTests {
  private func names(_ session: Session) -> [String] { session.state.palette?.rows.map(\.entry.name) ?? [] }

  @Test func opensOutsideTextOnly() {
    var session = Session()
    session.press("mug:")
    #expect(session.state.palette == nil && session.state.field.text == "mug:")
    session.press("<enter>:")
    #expect(session.state.palette != nil)
    session.press("<esc>")
    #expect(session.state.palette == nil && session.state.context == .results)
  }

  @Test(arguments: View.allCases)
  func listsWhatIsValidBeforeWhatIsNot(view: View) throws {
    var session = Session()
    session.press("mug<enter><f\(view.rawValue)>:")
    let palette = try #require(session.state.palette)
    let valid = palette.rows.map(\.entry.isValid)
    #expect(valid == valid.sorted { $0 && !$1 } && valid.contains(true) && valid.contains(false))
    // What the keymap says is valid here is what the list says.
    let keymap = Set(Keymap.standard.bindings(in: .view(view)).map(\.name))
    for row in palette.rows where !row.entry.name.hasPrefix("grade-") {
      #expect(row.entry.isValid == keymap.contains(row.entry.name), "\(row.entry.name)")
    }
  }

  @Test func saysWhereElseAnActionIsDone() {
    var session = Session()
    session.press("mug<enter>:draw another")
    #expect(
      GoldenRows.rows(draw(session.state)).contains {
        $0.contains("draw another round") && $0.contains("in find-all  D")
      })
    session.press("<esc><f5>:draw another")
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("in find-all") })
  }

  @Test(arguments: [
    (40, "draw another round  in find-all  D"), (46, "draw another round  draw-s…  in find-all  D"),
    (80, "draw another round  draw-sample  in find-all  D"),
  ])
  func cutsANameWhereItShowsOrLeavesItOut(columns: Int, words: String) {
    var session = Session(columns, 10)
    session.press("mug<enter>:draw another")
    let lines = GoldenRows.rows(draw(session.state)).map { $0.split(separator: " ").joined(separator: " ") }
    let wanted = words.split(separator: " ").joined(separator: " ")
    #expect(lines.contains { $0.contains("│ \(wanted) │") }, "\(lines)")
  }

  /// Every action is found by its own words, and running it does what its key does.
  @Test func runsWhatAKeyDoes() throws {
    for binding in Keymap.standard.bindings(in: .results) {
      guard ![.quit, .suspend, .palette].contains(binding.command), binding.name != "grade" else { continue }
      var byKey = Session()
      byKey.press("red striped mug<enter>j")
      var byPalette = byKey
      byPalette.press(":" + binding.help)
      let rows = try #require(byPalette.state.palette?.rows)
      // Words that only keys need, such as "up one level", are not listed.
      guard let place = rows.firstIndex(where: { $0.entry.name == binding.name }) else { continue }
      for _ in 0..<place { byPalette.press("<down>") }
      byPalette.press("<enter>")
      for key in binding.keys[0] { byKey.send(.terminal(.key(key))) }
      #expect(
        GoldenScreen.text(of: draw(byPalette.state)) == GoldenScreen.text(of: draw(byKey.state)),
        "\(binding.name)")
    }
  }

  @Test func givesTheGradesOfTheScale() {
    var session = Session()
    session.press("red striped mug<enter>:grade 3<enter>")
    #expect(session.drafts.map(\.grade) == [3])
    #expect(session.state.palette == nil)
  }

  @Test func bringsUpAgainWhatWasRunLast() {
    var session = Session()
    session.press("mug<enter>:fewer dimensions<enter>:")
    #expect(names(session).first == "shorter")
    session.press("explain<enter>:")
    #expect(Array(names(session).prefix(2)) == ["explain", "shorter"])
    // A better fit comes before what was run.
    session.press("next slider")
    #expect(names(session).first == "next-slider")
  }

  @Test func saysWhereAnActionIsValid() {
    var session = Session()
    session.press("mug<enter>:change the order")
    #expect(names(session).first == "label-order")
    session.press("<enter>")
    #expect(session.state.notice?.text.hasSuffix("is done in: label") == true)
  }

  @Test func listsWhatIsMeantAndNoScatteredLetters() {
    var session = Session()
    session.press("mug<enter>:grid")
    #expect(names(session) == ["switch-list"])
    session.press("<ctrl-u>mean")
    #expect(names(session).allSatisfy { $0.contains("mean") } && !names(session).isEmpty)
  }

  @Test func takesPastesAsText() {
    var session = Session()
    session.press("mug<enter>:")
    session.send(.terminal(.paste("undo\nq\n")))
    #expect(session.state.palette?.pattern.text == "undo q ")
    #expect(session.state.field.text == "mug")
  }

  @Test func saysThatNothingIsCalledSo() {
    var session = Session()
    session.press("mug<enter>:zzzz")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("no action is called so") })
    session.press("<enter>")
    #expect(session.state.palette != nil)
  }
}
