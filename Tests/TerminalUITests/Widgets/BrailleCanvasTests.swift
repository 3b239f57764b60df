import TerminalUI
import Testing

@Suite struct BrailleCanvasTests {
  private func text(_ dots: [(Int, Int)]) -> String {
    var canvas = BrailleCanvas(Size(columns: 2, rows: 1))
    for (x, y) in dots { canvas.set(x: x, y: y) }
    var screen = Screen(size: Size(columns: 2, rows: 1))
    canvas.draw(on: &screen, column: 0, row: 0)
    return screen[column: 0, row: 0].text + screen[column: 1, row: 0].text
  }

  @Test func hasADotForEachOfEightPlaces() {
    #expect(text([(0, 0)]) == "⠁ ")
    #expect(text([(1, 3), (2, 0)]) == "⢀⠁")
    #expect(text((0..<4).flatMap { y in (0..<2).map { ($0, y) } }) == "⣿ ")
  }

  @Test func passesOverWhatLiesOutside() {
    #expect(text([(-1, 0), (4, 0), (0, 4), (0, -1)]) == "  ")
  }
}
