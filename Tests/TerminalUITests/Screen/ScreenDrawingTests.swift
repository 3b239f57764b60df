import TerminalUI
import TestSupport
import Testing

@Suite struct ScreenDrawingTests {
  private func row(_ screen: Screen, _ row: Int = 0) -> String {
    (0..<screen.size.columns).map { screen[column: $0, row: row].text }.joined()
  }

  @Test func clipsAtTheEdgesAndNeverWraps() {
    var screen = Screen(size: Size(columns: 6, rows: 2))
    #expect(screen.put("enamelled", column: 2, row: 0) == 4)
    screen.put("off", column: 0, row: 2)
    screen.put("off", column: 6, row: 1)
    screen.put("off", column: 0, row: -1)
    #expect(row(screen) == "  ena…")
    #expect(row(screen, 1) == "      ")
  }

  @Test(arguments: [(Alignment.left, "mug   "), (.center, " mug  "), (.right, "   mug")])
  func aligns(alignment: Alignment, text: String) {
    var screen = Screen(size: Size(columns: 6, rows: 1))
    screen.put("mug", column: 0, row: 0, maxColumns: 6, alignment: alignment)
    #expect(row(screen) == text)
  }

  @Test func givesWideCharactersTwoCells() {
    var screen = Screen(size: Size(columns: 5, rows: 1))
    screen.put("桜模", column: 0, row: 0, style: Style(.accent))
    #expect((0..<5).map { screen[column: $0, row: 0].text } == ["桜", "", "模", "", " "])
    #expect(screen[column: 1, row: 0].style == Style(.accent))
  }

  @Test func removesTheOtherHalfOfAWideCharacterThatIsOverwritten() {
    var screen = Screen(size: Size(columns: 4, rows: 1))
    screen.put("桜模", column: 0, row: 0)
    screen.put("x", column: 1, row: 0)
    #expect((0..<4).map { screen[column: $0, row: 0].text } == [" ", "x", "模", ""])
    screen.put("y", column: 2, row: 0)
    #expect((0..<4).map { screen[column: $0, row: 0].text } == [" ", "x", "y", " "])
  }

  @Test func fillsWithinTheScreen() {
    var screen = Screen(size: Size(columns: 3, rows: 2))
    screen.fill(Rect(column: 1, row: -4, columns: 9, rows: 5), with: "│", style: Style(.muted))
    #expect(row(screen) == " ││")
    #expect(row(screen, 1) == "   ")
    screen.fill(Rect(column: 9, row: 9, columns: 2, rows: 2), with: "x")
  }

  /// Every cell is one glyph or the second half of the wide glyph before it, whatever is drawn over what.
  @Test func keepsTheGridWhole() {
    var generator = SeededGenerator(seed: 3)
    let texts = ["桜模様の赤い", "mug", "e\u{301}e\u{301}", "👨‍👩‍👧🎁", "\u{1B}]0;x\u{7}", "a桜b模c"]
    var screen = Screen(size: Size(columns: 12, rows: 2))
    for round in 0..<2_000 {
      screen.put(
        texts.randomElement(using: &generator) ?? "", column: Int.random(in: -3...13, using: &generator),
        row: Int.random(in: -1...2, using: &generator), maxColumns: Int.random(in: 0...9, using: &generator))
      for row in 0..<2 {
        for column in 0..<12 {
          let text = screen[column: column, row: row].text
          let next = column < 11 ? screen[column: column + 1, row: row].text : " "
          #expect((DisplayWidth.of(text) == 2) == next.isEmpty, "round \(round), cell \(column),\(row)")
        }
      }
    }
  }
}
