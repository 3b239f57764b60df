import Explorer
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Columns that are saved by name.
@Suite struct PresetsTests {
  @Test func savesTheColumnsUnderAName() {
    var session = Session()
    session.press("mug<enter>zazsthree ways<enter>")
    #expect(session.saved.presets.map(\.name) == ["three ways"])
    #expect(session.saved.presets[0].columns == session.state.columns.map(\.settings))
    session.press("zs<enter>")
    #expect(session.state.notice?.text == "give the columns a name, or leave with esc")
    session.press("<esc>")
    #expect(session.saved.presets.count == 1 && session.state.columnPrompt == nil)
  }

  @Test func replacesOnlyWhenAskedTwice() {
    var session = Session()
    session.press("mug<enter>zsone<enter>zazsone<enter>")
    #expect(session.state.notice?.text == "“one” is saved already; enter once more replaces it")
    #expect(session.saved.presets[0].columns.count == 2 && session.state.columnPrompt != nil)
    session.press("s<enter>")
    #expect(session.saved.presets.map(\.name) == ["one", "ones"], "another name is asked for anew")
    session.press("zsones<enter><backspace><enter>")
    #expect(session.saved.presets[0].columns.count == 2)
    session.press("<enter>")
    #expect(session.saved.presets.first { $0.name == "one" }?.columns.count == 3)
    let last = session.effects.last { if case .savePreset = $0 { true } else { false } }
    guard case .savePreset(_, let mayReplace)? = last else { return }
    #expect(mayReplace)
  }

  @Test func whateverComesBetweenTheTwoIsAskedAnew() {
    var session = Session()
    session.press("mug<enter>zsone<enter>zazsone<enter>")
    for keys in ["s<backspace>", "<ctrl-u>one", "<esc>zsone"] {
      session.press(keys + "<enter>")
      #expect(session.saved.presets[0].columns.count == 2 && session.state.columnPrompt != nil, "\(keys)")
      #expect(session.state.notice?.isWarning == true)
    }
    // Nothing but the name that was asked for is replaced, and undoing decisions is no way to lose it.
    session.press("<left><enter>u")
    #expect(session.saved.presets.map(\.columns.count) == [3] && session.state.columnPrompt == nil)
    session.press("u")
    #expect(session.saved.presets.map(\.columns.count) == [3])
  }

  @Test func namesThatAreNotKnownYetAreNeverReplaced() {
    var session = Session()
    session.press("mug<enter>")
    session.answers = false
    session.press("zsone<enter>")
    #expect(
      session.effects.last
        == .savePreset(
          ColumnPreset(name: "one", columns: session.state.columns.map(\.settings)), mayReplace: false))
  }

  @Test func loadsThemAndGoesBack() {
    var session = Session()
    session.press("mug<enter>zazsthree<enter>zxzx")
    let before = session.state.arrangement
    session.press("zp<enter>")
    #expect(session.state.columns.map(\.settings) == session.saved.presets[0].columns)
    #expect(session.state.presets == nil && session.state.columns.allSatisfy { $0.ranking != nil })
    session.press("zu")
    #expect(session.state.arrangement == before)
  }

  @Test func deletesOnlyWhenAskedTwice() {
    var session = Session()
    session.press("mug<enter>zsone<enter>zstwo<enter>zpjd")
    #expect(session.state.notice?.text == "once more deletes “two”")
    session.press("kd")
    #expect(session.saved.presets.count == 2, "moving away takes it back")
    session.press("d")
    #expect(session.saved.presets.map(\.name) == ["two"])
    session.press("<esc>")
    #expect(session.state.presets == nil)
  }

  @Test func refusesWhatCanNotBeShownHere() {
    var session = Session()
    let problem = "/home/ann/.config/assay/presets.toml, line 7: preset 'old': the model 'e5' is not open"
    session.saved = SavedPresets(
      path: session.saved.path, presets: [ColumnPreset(name: "old", columns: [], problem: problem)])
    session.press("mug<enter>zp<enter>")
    #expect(session.state.notice?.text == problem && session.state.presets != nil)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("line 7") })
  }

  @Test func saysWhyThereIsNothing() {
    var session = Session()
    session.press("mug<enter>zp")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("nothing is saved yet") })
    session.saved = SavedPresets(path: "p", presets: [], failure: "p, line 2: expected a value")
    session.press("<esc>zp")
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("line 2") })
    session.press("<enter>dj<esc>")
    #expect(session.state.presets == nil)
  }

  @Test func answersThatComeLateOpenNothing() {
    var session = Session()
    session.press("mug<enter>")
    session.send(.presets(session.saved))
    #expect(session.state.presets == nil && session.state.context == .results)
  }
}
