import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

extension CursesTerminalTests {
  /// What the terminal says it can show.
  @Suite struct CapabilitiesTests {
    @Test func asksOnceAndBelievesTheAnswers() throws {
      try withTerminal(cell: (9, 19)) { terminal, pty in
        terminal.present(screen("x")) { _, _ in nil }
        #expect(!pty.take().contains("\u{1b}[c"))
        terminal.requestCapabilities()
        terminal.requestCapabilities()
        let asked = pty.take()
        #expect(
          asked == "\u{1b}]11;?\u{1b}\\\u{1b}[?1;1;0S\u{1b}[?2;1;0S\u{1b}[16t\u{1b}[14t\u{1b}[?80$p"
            + "\u{1b}[>q\u{1b}]1337;ReportCellSize\u{1b}\\\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\\u{1b}[c"
        )
        pty.type(
          "\u{1b}[?1;0;64S\u{1b}[?2;0;900;570S\u{1b}[6;18;10t\u{1b}[4;432;800t\u{1b}[?80;2$y\u{1b}[?63;1;4c")
        #expect(next(terminal) == [.event(.capabilitiesKnown(.sixel(cellWidth: 10, cellHeight: 18)))])
        let expected = PictureRenderer.Method.sixel(
          cellWidth: 10, cellHeight: 18, colours: 64, maximumWidth: 900, maximumHeight: 570)
        #expect(terminal.renderer?.method == expected)
      }
    }

    /// What each terminal answers decides, never its type; sixel comes before the others.
    @Test(
      arguments: [
        ("\u{1b}_Gi=31;OK\u{1b}\\\u{1b}[6;18;10t\u{1b}[?62c", .kitty(cellWidth: 10, cellHeight: 18)),
        ("\u{1b}_Gi=31;ENOSYS\u{1b}\\\u{1b}[?62c", .blocks), ("\u{1b}_Gi=7;OK\u{1b}\\\u{1b}[?62c", .blocks),
        ("\u{1b}P>|iTerm2 3.4.19\u{1b}\\\u{1b}[6;18;10t\u{1b}[?62c", .iterm2(cellWidth: 10, cellHeight: 18)),
        (
          "\u{1b}]1337;ReportCellSize=17.5;8.0;2.0\u{1b}\\\u{1b}[?62c", .iterm2(cellWidth: 16, cellHeight: 35)
        ),
        ("\u{1b}P>|XTerm(379)\u{1b}\\\u{1b}[?62c", .blocks),
        ("\u{1b}_Gi=31;OK\u{1b}\\\u{1b}[6;18;10t\u{1b}[?62;4c", .sixel(cellWidth: 10, cellHeight: 18)),
      ] as [(String, PictureSupport)])
    func pixelsAreSentAsTheTerminalAnnounces(_ answers: String, _ support: PictureSupport) throws {
      try withTerminal { terminal, pty in
        terminal.requestCapabilities()
        pty.type(answers)
        #expect(next(terminal) == [.event(.capabilitiesKnown(support))])
      }
    }

    /// Strings that a multiplexer would take for a title, or a console print, are not sent there.
    @Test(arguments: [["TMUX": "/tmp/tmux-0/default,1,0"], ["STY": "1.tty"], ["TERM": "screen-256color"]])
    func multiplexersAreNotAskedInStrings(_ environment: [String: String]) throws {
      try withTerminal(environment: CursesTerminalTests.environment.merging(environment) { $1 }) {
        terminal, pty in
        _ = pty.take()
        terminal.requestCapabilities()
        let asked = pty.take()
        #expect(asked.hasSuffix("\u{1b}[c") && !asked.contains("\u{1b}_") && !asked.contains("1337"))
      }
    }

    @Test func transparentPixelsShowTheBackground() throws {
      try withTerminal { terminal, pty in
        terminal.requestCapabilities()
        pty.type("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\\u{1b}[?62;4c")
        _ = next(terminal)
        #expect(terminal.renderer?.background == Colour(0x1e1e2e))
      }
      for (theme, colour) in [(ThemeChoice.dark, Colour.black), (.light, .white), (.neutral, nil)] {
        try withTerminal(theme: theme) { terminal, pty in
          terminal.requestCapabilities()
          pty.type("\u{1b}[?62;4c")
          _ = next(terminal)
          #expect(terminal.renderer?.background == colour)
        }
      }
    }

    @Test func sixelsFollowTheCursorWhileTheProgramRuns() throws {
      try withTerminal { terminal, pty in
        terminal.requestCapabilities()
        pty.type("\u{1b}[?80;1$y\u{1b}[?62;4c")
        _ = next(terminal)
        #expect(pty.take().contains("\u{1b}[?80l"))
        terminal.close()
        #expect(pty.take().contains("\u{1b}[?80h"))
      }
    }

    @Test func aNewFontMeansNewCells() throws {
      try withTerminal { terminal, pty in
        terminal.requestCapabilities()
        pty.type("\u{1b}[6;18;10t\u{1b}[?62;4c")
        _ = next(terminal)
        terminal.present(screen("")) { _, _ in nil }
        _ = pty.take()
        kill(getpid(), SIGWINCH)
        terminal.wait(for: [])
        #expect(terminal.readEvents().isEmpty)
        #expect(pty.take() == "\u{1b}[16t")
        pty.type("\u{1b}[6;22;12t")
        #expect(next(terminal) == [.event(.capabilitiesKnown(.sixel(cellWidth: 12, cellHeight: 22)))])
      }
    }

    @Test func theKernelKnowsTheCellsWhenTheTerminalDoesNotSay() throws {
      try withTerminal(cell: (9, 19)) { terminal, pty in
        terminal.requestCapabilities()
        pty.type("\u{1b}[?62;4c")
        #expect(next(terminal) == [.event(.capabilitiesKnown(.sixel(cellWidth: 9, cellHeight: 19)))])
      }
    }

    @Test func aTerminalThatSaysNothingGetsBlocksAndItsLateAnswersAreNoKeys() throws {
      try withTerminal { terminal, pty in
        terminal.requestCapabilities()
        #expect(next(terminal) == [.event(.capabilitiesKnown(.blocks))])
        pty.type("\u{1b}[6;18;10t\u{1b}[?6")
        terminal.wait(for: [])
        #expect(terminal.readEvents().isEmpty)
        pty.type("3;1;4cq")
        #expect(
          next(terminal) == [
            .event(.capabilitiesKnown(.sixel(cellWidth: 10, cellHeight: 18))), .event(.key(.character("q"))),
          ])
      }
    }

    @Test(
      arguments: [
        (TerminalOptions.Images.none, [:], PictureSupport.none), (.blocks, [:], .blocks),
        (.blocks, ["NO_COLOR": "1"], .none), (.blocks, ["TERM": "linux"], .none),
        (.blocks, ["TERM": "linux", "COLORTERM": "truecolor"], .blocks),
      ] as [(TerminalOptions.Images, [String: String], PictureSupport)])
    func withoutSixelNothingIsAskedAboutPictures(
      _ images: TerminalOptions.Images, _ environment: [String: String], _ support: PictureSupport
    ) throws {
      try withTerminal(
        images: images, environment: CursesTerminalTests.environment.merging(environment) { $1 }
      ) {
        terminal, pty in
        _ = pty.take()
        terminal.requestCapabilities()
        #expect(pty.take() == (environment["NO_COLOR"] == nil ? "\u{1b}]11;?\u{1b}\\\u{1b}[c" : ""))
        #expect(next(terminal) == [.event(.capabilitiesKnown(support))])
        #expect((terminal.renderer == nil) == (support == .none))
      }
    }

    @Test func coloursFollowTheBackgroundHoweverLateItIsTold() throws {
      try withTerminal { terminal, pty in
        let text = coloured("x", .accent)
        terminal.present(text) { _, _ in nil }
        #expect(pty.take().contains("38;5;63m"))
        terminal.requestCapabilities()
        _ = next(terminal)
        _ = pty.take()
        pty.type("\u{1b}]11;rgb:0000/00")
        terminal.wait(for: [])
        #expect(terminal.readEvents().isEmpty)
        pty.type("00/0000\u{1b}\\q")
        #expect(next(terminal) == [.event(.key(.character("q")))])
        terminal.present(text) { _, _ in nil }
        let repainted = pty.take()
        #expect(repainted.contains("38;5;75m"))
        #expect(!repainted.contains("\u{1b}[2J") && !repainted.contains("\u{1b}[H\u{1b}[J"))
      }
    }

    @Test func aChosenThemeIsKept() throws {
      for (theme, number) in [(ThemeChoice.neutral, 63), (.light, 25)] {
        try withTerminal(theme: theme) { terminal, pty in
          terminal.requestCapabilities()
          pty.type("\u{1b}]11;rgb:0000/0000/0000\u{7}\u{1b}[?1;2c")
          _ = next(terminal)
          terminal.present(coloured("x", .accent)) { _, _ in nil }
          #expect(pty.take().contains("38;5;\(number)m"))
        }
      }
    }

    private func coloured(_ text: String, _ ink: Ink) -> Screen {
      var screen = Screen(size: Size(columns: 80, rows: 24))
      screen.put(text, column: 0, row: 0, style: Style(ink))
      return screen
    }
  }
}
