import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

extension CursesTerminalTests {
  /// Text on the glass.
  @Suite struct TextTests {
    @Test func writesOnlyWhatChanged() throws {
      try withTerminal { terminal, pty in
        _ = pty.take()
        terminal.present(screen("red mug", "blue mug")) { _, _ in nil }
        let first = pty.take()
        #expect(first.contains("red mug") && first.contains("blue mug"))
        terminal.present(screen("red mug", "blue mug")) { _, _ in nil }
        #expect(pty.take().count <= 12)
        terminal.present(screen("red mug", "blue jug")) { _, _ in nil }
        let second = pty.take()
        #expect(second.contains("j") && !second.contains("red") && second.count < 30)
        terminal.invalidate()
        terminal.present(screen("red mug", "blue jug")) { _, _ in nil }
        #expect(pty.take().contains("red mug"))
      }
    }

    @Test func wideAndCombiningCharactersKeepTheirColumns() throws {
      try withTerminal { terminal, pty in
        var frame = screen("")
        frame[column: 0, row: 0] = Cell("漢")
        frame[column: 1, row: 0] = Cell("")
        frame[column: 2, row: 0] = Cell("e\u{301}")
        frame[column: 3, row: 0] = Cell("👨‍👩‍👧")
        frame[column: 4, row: 0] = Cell("")
        frame[column: 5, row: 0] = Cell("x")
        _ = pty.take()
        terminal.present(frame) { _, _ in nil }
        #expect(pty.take().contains("漢e\u{301}👨x"))
      }
    }

    @Test func textCanNotSteerTheTerminal() throws {
      try withTerminal { terminal, pty in
        var frame = screen("")
        frame[column: 0, row: 0] = Cell("\u{1b}")
        frame[column: 1, row: 0] = Cell("\u{9b}")
        frame[column: 2, row: 0] = Cell("\u{202e}")
        frame[column: 3, row: 0] = Cell("\u{7}")
        frame[column: 4, row: 0] = Cell("a\u{200f}")
        _ = pty.take()
        terminal.present(frame) { _, _ in nil }
        #expect(pty.take().contains("\u{fffd}\u{fffd}\u{fffd}\u{fffd}a"))
      }
    }

    @Test func noColourMeansNoColour() throws {
      var frame = screen("")
      for (column, ink) in Ink.allCases.enumerated() { frame[column: column, row: 0] = Cell("x", Style(ink)) }
      for (environment, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)]
      {
        let environment = CursesTerminalTests.environment.merging(environment) { $1 }
        try withTerminal(environment: environment) { terminal, pty in
          terminal.present(frame) { _, _ in nil }
          let written = pty.take()
          #expect(written.contains("\u{1b}[38;5;") == isColoured)
          if !isColoured { #expect(!written.contains("\u{1b}[3")) }
        }
      }
    }

    @Test func thePlainLocaleStillShowsEverything() throws {
      try withTerminal(environment: ["TERM": "xterm", "LC_ALL": "C"]) { terminal, pty in
        terminal.present(screen("Käse…")) { _, _ in nil }
        #expect(pty.take().contains("Käse…"))
      }
    }
  }
}
