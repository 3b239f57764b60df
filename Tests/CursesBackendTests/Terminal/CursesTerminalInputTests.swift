import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

extension CursesTerminalTests {
  /// Keys, pastes and signals.
  @Suite struct InputTests {
    @Test func keysPastesAndBareEscape() throws {
      try withTerminal { terminal, pty in
        pty.type("a\u{1b}[A\u{1b}[200~x y\u{1b}[201~")
        var inputs: [TerminalInput] = []
        while inputs.count < 3 { inputs += next(terminal) }
        #expect(inputs == [.event(.key(.character("a"))), .event(.key(.up)), .event(.paste("x y"))])
        pty.type("\u{1b}")
        #expect(next(terminal) == [.event(.key(.escape))])
      }
    }

    @Test func signalsArriveAsInput() throws {
      try withTerminal { terminal, pty in
        kill(getpid(), SIGTERM)
        #expect(next(terminal) == [.quitRequested(signal: SIGTERM)])
        pty.resize(columns: 100, rows: 30)
        kill(getpid(), SIGWINCH)
        #expect(next(terminal) == [.event(.resized(Size(columns: 100, rows: 30)))])
        #expect(terminal.size == Size(columns: 100, rows: 30))
        kill(getpid(), SIGTSTP)
        #expect(next(terminal) == [.suspendRequested])
        kill(getpid(), SIGCONT)
        #expect(next(terminal) == [.resumed])
      }
    }

    @Test func anotherThreadEndsTheWait() throws {
      try withTerminal { terminal, pty in
        let wake = try WakeUp()
        wake.signal()
        wake.signal()
        terminal.wait(for: [wake.descriptor])
        wake.drain()
        #expect(terminal.readEvents().isEmpty)
        #expect(!terminal.hasInput)
      }
    }
  }
}
