import CTerminal
import CursesBackend
import Embeddings
import Glibc
import TerminalUI
import Testing

extension CursesTerminalTests {
  /// Pictures on the glass.
  @Suite struct PicturesTests {
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
        let count = try #require(rendered).byteCount
        #expect(count > 20_000)
        #expect(pty.take().utf8.count == count + "\u{1b}7\u{1b}[?25l\u{1b}[1;1H\u{1b}8".utf8.count)
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
      let environment = CursesTerminalTests.environment.merging(["COLORTERM": "truecolor"]) { $1 }
      try withTerminal(images: .blocks, environment: environment) { terminal, pty in
        terminal.requestCapabilities()
        _ = next(terminal)
        let renderer = try #require(terminal.renderer)
        var frame = screen("")
        frame.pictures = [
          PicturePlacement(picture: PictureID("a"), frame: Rect(column: 2, row: 1, columns: 2, rows: 2))
        ]
        let image = PixelImage(
          width: 2, height: 4, pixels: Array(repeatElement([1, 2, 3], count: 8).joined()))
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
