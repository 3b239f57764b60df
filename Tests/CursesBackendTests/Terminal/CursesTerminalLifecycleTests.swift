import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

extension CursesTerminalTests {
  /// Taking the terminal over and giving it back.
  @Suite struct LifecycleTests {
    @Test(arguments: [
      ([:], TerminalError.noType), (["TERM": ""], .noType), (["TERM": "dumb"], .dumb(type: "dumb")),
      (["TERM": "no-such-terminal"], .unknownType("no-such-terminal")),
    ])
    func refusesATypeWithoutWritingAnything(_ environment: [String: String], _ error: TerminalError) throws {
      try PseudoTerminal.open { pty in
        let modes = pty.modes
        #expect(throws: error) {
          try CursesTerminal(
            options: TerminalOptions(environment: environment), input: pty.terminal, output: pty.terminal)
        }
        #expect(pty.take() == "")
        #expect(pty.modes == modes)
      }
    }

    @Test func refusesASmallWindow() throws {
      try PseudoTerminal.open(columns: 39, rows: 24) { pty in
        #expect(throws: TerminalError.tooSmall(Size(columns: 39, rows: 24), least: CursesTerminal.leastSize))
        {
          try CursesTerminal(
            options: TerminalOptions(environment: CursesTerminalTests.environment), input: pty.terminal,
            output: pty.terminal
          )
        }
        #expect(pty.take() == "")
      }
    }

    @Test func refusesAPipe() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      defer { ends.forEach { close($0) } }
      try PseudoTerminal.open { pty in
        let options = TerminalOptions(environment: CursesTerminalTests.environment)
        #expect(throws: TerminalError.notATerminal(stream: "the input")) {
          try CursesTerminal(options: options, input: ends[0], output: pty.terminal)
        }
        #expect(throws: TerminalError.notATerminal(stream: "the output")) {
          try CursesTerminal(options: options, input: pty.terminal, output: ends[1])
        }
        #expect(pty.take() == "")
      }
    }

    @Test func givesTheTerminalBackAsItWas() throws {
      try PseudoTerminal.open { pty in
        let modes = pty.modes
        let terminal = try CursesTerminal(
          options: TerminalOptions(environment: CursesTerminalTests.environment), input: pty.terminal,
          output: pty.terminal)
        #expect(pty.modes != modes)
        let opened = pty.take()
        #expect(opened.contains("\u{1b}[?1049h"))
        #expect(opened.contains("\u{1b}[?2004h"))
        terminal.close()
        let closed = pty.take()
        #expect(closed.contains("\u{1b}[?2004l"))
        #expect(closed.contains("\u{1b}[?1049l"))
        #expect(pty.modes == modes)
        terminal.close()
        #expect(pty.take() == "")
      }
    }

    @Test func aFatalSignalGivesTheTerminalBack() throws {
      try PseudoTerminal.open { pty in
        let modes = pty.modes
        let terminal = try CursesTerminal(
          options: TerminalOptions(environment: CursesTerminalTests.environment), input: pty.terminal,
          output: pty.terminal)
        defer { terminal.close() }
        _ = pty.take()
        // Sent rather than caused, so that nothing repeats it once the guard has stepped aside.
        raise(SIGTRAP)
        let restored = pty.take()
        #expect(restored.hasPrefix("\u{1b}\\\u{1b}[?2004l"))
        #expect(restored.contains("\u{1b}[?1049l"))
        #expect(pty.modes == modes)
      }
    }

    @Test func suspendingGivesTheTerminalToTheShell() throws {
      try PseudoTerminal.open { pty in
        let modes = pty.modes
        let terminal = try CursesTerminal(
          options: TerminalOptions(environment: CursesTerminalTests.environment), input: pty.terminal,
          output: pty.terminal)
        defer { terminal.close() }
        let frame = screen("red mug")
        terminal.present(frame) { _, _ in nil }
        _ = pty.take()
        terminal.suspend {
          #expect(pty.take().contains("\u{1b}[?1049l"))
          #expect(pty.modes == modes)
        }
        #expect(pty.modes != modes)
        terminal.present(frame) { _, _ in nil }
        let resumed = pty.take()
        #expect(resumed.contains("\u{1b}[?1049h"))
        #expect(resumed.contains("\u{1b}[?2004h"))
        #expect(resumed.contains("red mug"))
      }
    }
  }
}
