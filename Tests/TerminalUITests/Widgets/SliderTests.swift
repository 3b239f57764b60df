import TerminalUI
import Testing

@Suite struct SliderTests {
  @Test(arguments: [(0, "●────"), (0.5, "──●──"), (1, "────●"), (2, "────●"), (-1, "●────")])
  func putsTheKnob(fraction: Double, track: String) {
    var screen = Screen(size: Size(columns: 5, rows: 1))
    let slider = Slider(fraction: fraction, columns: 5)
    #expect(slider.draw(on: &screen, column: 0, row: 0, track: .plain, knob: Style(.accent)) == 5)
    #expect((0..<5).map { screen[column: $0, row: 0].text }.joined() == track)
  }

  @Test(arguments: [(0, "[16]32 64"), (1, "16[32]64"), (2, "16 32[64]")])
  func bracketsTheChosenStep(chosen: Int, text: String) {
    var screen = Screen(size: Size(columns: 9, rows: 1))
    let width = Steps(["16", "32", "64"], chosen: chosen)
      .draw(on: &screen, column: 0, row: 0, style: .plain, chosenStyle: Style(.accent))
    #expect(width == text.count)
    #expect((0..<width).map { screen[column: $0, row: 0].text }.joined() == text)
  }

  @Test(arguments: [
    (0, ""), (0.001, "╸"), (0.25, "━"), (0.5, "━━"), (0.6, "━━╸"), (1, "━━━━"), (7, "━━━━"), (.nan, ""),
  ])
  func fillsAMeter(fraction: Double, text: String) {
    #expect(Meter(fraction: fraction, columns: 4).text == text)
  }
}
