import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

/// ncurses and signal handlers are the process's own, so these run one after the other.
@Suite(.serialized) struct CursesTerminalTests {
  static let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]

  private func withTerminal<T>(
    images: TerminalOptions.Images = .auto, environment: [String: String] = Self.environment,
    columns: Int = 80, rows: Int = 24, cell: (width: Int, height: Int) = (0, 0),
    _ body: (CursesTerminal, PseudoTerminal) throws -> T
  ) throws -> T {
    try PseudoTerminal.open(columns: columns, rows: rows, cell: cell) { pty in
      let options = TerminalOptions(images: images, environment: environment)
      let terminal = try CursesTerminal(options: options, input: pty.terminal, output: pty.terminal)
      defer { terminal.close() }
      return try body(terminal, pty)
    }
  }

  /// Waits for the next input of any kind, as long as it takes.
  private func next(_ terminal: CursesTerminal) -> [TerminalInput] {
    while true {
      terminal.wait(for: [])
      let inputs = terminal.readEvents()
      if !inputs.isEmpty { return inputs }
    }
  }

  private func screen(_ lines: String..., columns: Int = 80, rows: Int = 24) -> Screen {
    screen(lines[...], columns: columns, rows: rows)
  }

  private func screen(_ lines: ArraySlice<String>, columns: Int = 80, rows: Int = 24) -> Screen {
    var screen = Screen(size: Size(columns: columns, rows: rows))
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() {
        screen[column: column, row: row] = Cell(String(character))
      }
    }
    return screen
  }

  // MARK: Taking over and giving back

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
      #expect(throws: TerminalError.tooSmall(Size(columns: 39, rows: 24), least: CursesTerminal.leastSize)) {
        try CursesTerminal(
          options: TerminalOptions(environment: Self.environment), input: pty.terminal, output: pty.terminal)
      }
      #expect(pty.take() == "")
    }
  }

  @Test func refusesAPipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    try PseudoTerminal.open { pty in
      let options = TerminalOptions(environment: Self.environment)
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
        options: TerminalOptions(environment: Self.environment), input: pty.terminal, output: pty.terminal)
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
        options: TerminalOptions(environment: Self.environment), input: pty.terminal, output: pty.terminal)
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
        options: TerminalOptions(environment: Self.environment), input: pty.terminal, output: pty.terminal)
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

  // MARK: Text

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
    for (environment, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)] {
      let environment = Self.environment.merging(environment) { $1 }
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

  // MARK: Input

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

  // MARK: What the terminal can show

  @Test func asksOnceAndBelievesTheAnswers() throws {
    try withTerminal(cell: (9, 19)) { terminal, pty in
      terminal.present(screen("x")) { _, _ in nil }
      #expect(!pty.take().contains("\u{1b}[c"))
      terminal.requestCapabilities()
      terminal.requestCapabilities()
      let asked = pty.take()
      #expect(asked == "\u{1b}[?1;1;0S\u{1b}[?2;1;0S\u{1b}[16t\u{1b}[14t\u{1b}[?80$p\u{1b}[c")
      pty.type(
        "\u{1b}[?1;0;64S\u{1b}[?2;0;900;570S\u{1b}[6;18;10t\u{1b}[4;432;800t\u{1b}[?80;2$y\u{1b}[?63;1;4c")
      #expect(next(terminal) == [.event(.capabilitiesKnown(.sixel(cellWidth: 10, cellHeight: 18)))])
      let expected = PictureRenderer.Method.sixel(
        cellWidth: 10, cellHeight: 18, colours: 64, maximumWidth: 900, maximumHeight: 570)
      #expect(terminal.renderer?.method == expected)
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
  func withoutSixelNothingIsAsked(
    _ images: TerminalOptions.Images, _ environment: [String: String], _ support: PictureSupport
  ) throws {
    try withTerminal(images: images, environment: Self.environment.merging(environment) { $1 }) {
      terminal, pty in
      _ = pty.take()
      terminal.requestCapabilities()
      #expect(pty.take() == "")
      #expect(next(terminal) == [.event(.capabilitiesKnown(support))])
      #expect((terminal.renderer == nil) == (support == .none))
    }
  }

  // MARK: Pictures

  private func picture(_ seed: Int, width: Int = 60, height: Int = 60) -> PixelImage {
    let pixels = (0..<(width * height * 3)).map { UInt8(truncatingIfNeeded: $0 &* (seed + 1) / 7) }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  private func withSixels(_ body: (CursesTerminal, PseudoTerminal, PictureRenderer) throws -> Void) throws {
    try withTerminal(cell: (10, 20)) { terminal, pty in
      terminal.requestCapabilities()
      pty.type("\u{1b}[?62;4c")
      _ = next(terminal)
      let renderer = try #require(terminal.renderer)
      terminal.present(screen("")) { _, _ in nil }
      _ = pty.take()
      try body(terminal, pty, renderer)
    }
  }

  @Test func paintsEachPictureOnceWhereItBelongs() throws {
    try withSixels { terminal, pty, renderer in
      var frame = screen("title")
      let id = PictureID("a.jpg")
      frame.pictures = [PicturePlacement(picture: id, frame: Rect(column: 4, row: 2, columns: 12, rows: 3))]
      let show = { (placement: PicturePlacement, shape: PictureShape) in
        try? renderer.render(self.picture(1), shape: shape)
      }
      terminal.present(frame, pictures: show)
      let text = pty.take()
      #expect(text.contains("title") && !text.contains("\u{1b}P"))
      #expect(text.contains("\u{a0}"))
      #expect(terminal.hasPendingPictures)
      #expect(!terminal.presentPictures { false })
      #expect(pty.take() == "")
      #expect(terminal.presentPictures { true })
      let painted = pty.take()
      // 60×60 pixels of 120×60 are centred: three cells to the right of the frame's.
      #expect(painted.hasPrefix("\u{1b}7\u{1b}[?25l\u{1b}[3;8H\u{1b}P"))
      #expect(painted.contains("\"1;1;60;60"))
      #expect(painted.hasSuffix("\u{1b}\\\u{1b}8"))

      frame[column: 0, row: 3] = Cell(">")
      terminal.present(frame, pictures: show)
      terminal.presentPictures { true }
      let moved = pty.take()
      #expect(!moved.contains("\u{1b}P") && moved.contains(">"))

      frame.pictures = []
      terminal.present(frame, pictures: show)
      let erased = pty.take()
      #expect(!erased.contains("\u{1b}P") && !erased.isEmpty)
      #expect(!terminal.hasPendingPictures)
    }
  }

  /// Scrolling would carry pictures along, or tear them; ncurses scrolls when lines reappear elsewhere.
  @Test func linesThatReappearElsewhereAreRewrittenNotScrolled() throws {
    try withTerminal { terminal, pty in
      let lines = (0..<60).map { "line \($0) of a list that is long enough to be worth scrolling" }
      terminal.present(screen(lines[0..<24])) { _, _ in nil }
      _ = pty.take()
      for first in [3, 1, 8, 7, 20, 2] {
        terminal.present(screen(lines[first..<first + 24])) { _, _ in nil }
        let output = pty.take()
        #expect(!output.contains(#/\u{1b}\[[0-9;]*[rSTLM]|\u{1b}[DM]/#), "from line \(first)")
      }
    }
  }

  @Test func theLastRowNeverCarriesAPicture() throws {
    try withSixels { terminal, pty, renderer in
      var frame = screen("")
      frame.pictures = [
        PicturePlacement(picture: PictureID("a"), frame: Rect(column: 0, row: 21, columns: 6, rows: 3)),
        PicturePlacement(picture: PictureID("b"), frame: Rect(column: 10, row: 23, columns: 6, rows: 1)),
        PicturePlacement(picture: PictureID("c"), frame: Rect(column: 76, row: 0, columns: 6, rows: 3)),
      ]
      terminal.present(frame) { _, shape in try? renderer.render(self.picture(1), shape: shape) }
      terminal.presentPictures { true }
      let painted = pty.take()
      #expect(painted.components(separatedBy: "\u{1b}P").count == 2)
      #expect(painted.contains("\u{1b}[22;1H\u{1b}P") && painted.contains("\"1;1;60;36"))
    }
  }

  @Test func aTerminalThatCanNotKeepUpStillGetsEverything() throws {
    try withSixels { terminal, pty, renderer in
      _ = fcntl(pty.terminal, F_SETFL, fcntl(pty.terminal, F_GETFL) | O_NONBLOCK)
      var frame = screen("")
      frame.pictures = [
        PicturePlacement(picture: PictureID("a"), frame: Rect(column: 0, row: 0, columns: 40, rows: 20))
      ]
      var rendered: RenderedPicture?
      terminal.present(frame) { _, shape in
        rendered = try? renderer.render(picture(1, width: 400, height: 400), shape: shape)
        return rendered
      }
      _ = pty.take()
      #expect(terminal.presentPictures { true })
      guard case .overlay(let bytes)? = rendered?.content else {
        Issue.record("sixels are painted over the cells")
        return
      }
      #expect(bytes.count > 20_000)
      #expect(pty.take().utf8.count == bytes.count + "\u{1b}7\u{1b}[?25l\u{1b}[1;1H\u{1b}8".utf8.count)
    }
  }

  @Test func blocksAreCells() throws {
    try withTerminal(images: .blocks) { terminal, pty in
      terminal.requestCapabilities()
      _ = next(terminal)
      let renderer = try #require(terminal.renderer)
      var frame = screen("")
      frame.pictures = [
        PicturePlacement(picture: PictureID("a"), frame: Rect(column: 0, row: 0, columns: 4, rows: 2))
      ]
      let red = PixelImage(
        width: 4, height: 4, pixels: Array(repeatElement([255, 0, 0], count: 16).joined()))
      _ = pty.take()
      terminal.present(frame) { _, shape in try? renderer.render(red, shape: shape) }
      let written = pty.take()
      #expect(written.contains("38;5;196") && written.contains("48;5;196") && written.contains("▀▀▀▀"))
      #expect(!terminal.hasPendingPictures)
    }
  }

  @Test func announcedTrueColourIsUsed() throws {
    let environment = Self.environment.merging(["COLORTERM": "truecolor"]) { $1 }
    try withTerminal(images: .blocks, environment: environment) { terminal, pty in
      terminal.requestCapabilities()
      _ = next(terminal)
      let renderer = try #require(terminal.renderer)
      var frame = screen("")
      frame.pictures = [
        PicturePlacement(picture: PictureID("a"), frame: Rect(column: 2, row: 1, columns: 2, rows: 2))
      ]
      let image = PixelImage(width: 2, height: 4, pixels: Array(repeatElement([1, 2, 3], count: 8).joined()))
      terminal.present(frame) { _, shape in try? renderer.render(image, shape: shape) }
      _ = pty.take()
      terminal.presentPictures { true }
      let cell = "\u{1b}[38;2;1;2;3;48;2;1;2;3m▀"
      #expect(
        pty.take()
          == "\u{1b}7\u{1b}[?25l\u{1b}[2;3H\(cell)\(cell)\u{1b}[m\u{1b}[2D\u{1b}[B\(cell)\(cell)\u{1b}[m\u{1b}8"
      )
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
