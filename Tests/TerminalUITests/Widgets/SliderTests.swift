import TerminalUI
import Testing

@Suite struct SliderTests {
  @Test(arguments: [(0, "●────"), (0.5, "──●──"), (1, "────●"), (2, "────●"), (-1, "●────")])
  func putsTheKnob(fraction: Double, track: String) {
    let texts = Slider(fraction: fraction, columns: 5).texts
    #expect(texts.before + texts.knob + texts.after == track)
  }

  @Test(arguments: [(0, "[16]32 64"), (1, "16[32]64"), (2, "16 32[64]")])
  func bracketsTheChosenStep(chosen: Int, text: String) {
    #expect(Steps(["16", "32", "64"], chosen: chosen).texts.joined() == text)
  }

  @Test(arguments: [
    (0, ""), (0.001, "╸"), (0.25, "━"), (0.5, "━━"), (0.6, "━━╸"), (1, "━━━━"), (7, "━━━━"), (.nan, ""),
  ])
  func fillsAMeter(fraction: Double, text: String) {
    #expect(Meter(fraction: fraction, columns: 4).text == text)
  }
}
