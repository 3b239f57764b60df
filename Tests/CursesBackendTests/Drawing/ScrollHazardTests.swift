import TerminalUI
import Testing

@testable import CursesBackend

@Suite struct ScrollHazardTests {
  private func frame(_ rows: [String]) -> [CursesBackend.Glyph] {
    rows.flatMap { row in row.map { .cell(Cell(String($0))) } }
  }

  private func threatens(_ last: [String], _ next: [String]) -> Bool {
    let changed = last.indices.filter { last[$0] != next[$0] }
    return ScrollHazard(last: frame(last), next: frame(next), columns: last[0].count).threatens(changed)
  }

  @Test func linesThatMoveAreAHazard() {
    #expect(threatens(["abc", "def", "ghi"], ["xyz", "abc", "def"]))
    #expect(threatens(["abc", "def", "ghi"], ["abc", "ghi", "xyz"]))
  }

  @Test func newTextAndLinesThatStandTwiceAreNone() {
    #expect(!threatens(["abc", "def", "ghi"], ["abd", "deg", "ghj"]))
    #expect(!threatens(["   ", "   ", "ghi"], ["   ", "abc", "   "]))
    #expect(!threatens(["abc", "def", "abc"], ["xyz", "abc", "uvw"]))
    #expect(!threatens(["abc", "def", "ghi"], ["abc", "abc", "xyz"]))
    #expect(!threatens(["abc", "def", "ghi"], ["abc", "def", "abc"]))
  }

  /// The digest sees the first byte of a character only; what decides is the text.
  @Test func alikeIsNotTheSame() {
    #expect(!threatens(["桜桜", "de", "gh"], ["xy", "模模", "uv"]))
    #expect(threatens(["桜桜", "de", "gh"], ["xy", "桜桜", "uv"]))
  }

  @Test func coloursDoNotCount() {
    let last = frame(["abc", "def"])
    var next = frame(["xyz", "abc"])
    for index in 3..<6 {
      if case .cell(let cell) = next[index] { next[index] = .cell(Cell(cell.text, Style(.accent))) }
    }
    #expect(ScrollHazard(last: last, next: next, columns: 3).threatens([0, 1]))
  }
}
