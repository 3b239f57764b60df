import TerminalUI
import Testing

@testable import CursesBackend

@Suite struct CapabilityProbeTests {
  private func probe(_ replies: TerminalReply...) -> CapabilityProbe {
    var probe = CapabilityProbe()
    for reply in replies { probe.take(reply) }
    return probe
  }

  // Recorded from xterm 379, mlterm 3.9.0 and tmux 3.3a.
  @Test func terminalsAreToldApart() {
    let xterm = probe(
      .graphics(item: 1, status: 0, values: [256]), .graphics(item: 2, status: 0, values: [900, 570]),
      .window(kind: 6, values: [19, 9]), .window(kind: 4, values: [570, 900]), .privateMode(80, setting: 2),
      .primaryAttributes([63, 1, 2, 4, 6, 9, 15, 16, 22, 28]))
    #expect(xterm.isComplete && xterm.hasSixel && xterm.colourRegisters == 256)
    #expect(xterm.maximum == PixelExtent(width: 900, height: 570))
    #expect(!xterm.displaysSixelsInCorner)
    // mlterm answers the second graphics question about item 1, with status 3.
    let mlterm = probe(
      .graphics(item: 1, status: 0, values: [1024]), .graphics(item: 1, status: 3, values: [0]),
      .primaryAttributes([63, 1, 2, 3, 4, 6, 7, 15, 18, 22, 29]))
    #expect(mlterm.hasSixel && mlterm.colourRegisters == 1024 && mlterm.maximum == nil)
    let tmux = probe(.primaryAttributes([1, 2]))
    #expect(tmux.isComplete && !tmux.hasSixel)
    // The first number is the terminal's class, not a capability.
    #expect(!probe(.primaryAttributes([4, 6])).hasSixel)
  }

  @Test func theMostReliableCellSizeWins() {
    let window = Size(columns: 100, rows: 30)
    let kernel = PixelExtent(width: 1600, height: 960)
    let none = PixelExtent(width: 0, height: 0)
    let cell = TerminalReply.window(kind: 6, values: [19, 9])
    let area = TerminalReply.window(kind: 4, values: [600, 1000])
    #expect(
      probe(cell, area).cellSize(window: window, kernelPixels: kernel) == PixelExtent(width: 9, height: 19))
    #expect(probe(area).cellSize(window: window, kernelPixels: kernel) == PixelExtent(width: 10, height: 20))
    #expect(probe().cellSize(window: window, kernelPixels: kernel) == PixelExtent(width: 16, height: 32))
    #expect(probe().cellSize(window: window, kernelPixels: none) == PixelExtent(width: 10, height: 20))
    #expect(
      probe(.window(kind: 6, values: [0, 0])).cellSize(window: window, kernelPixels: none)
        == PixelExtent(width: 10, height: 20))
  }
}
