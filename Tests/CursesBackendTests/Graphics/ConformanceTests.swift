import CursesBackend
import Embeddings
import TerminalUI
import TestSupport
import Testing

extension CursesTerminalTests {
  /// Every way of sending pixels, by what a terminal would show.
  @Suite struct ConformanceTests {
    static let ways: [TerminalOptions.Images] = [.sixel, .kitty, .iterm2]
    private static let cell = (width: 10, height: 20)

    /// A terminal, and the glass that sees what is written to it.
    private func withGlass(
      _ images: TerminalOptions.Images, budget: Int? = nil, columns: Int = 80, rows: Int = 24,
      _ body: (CursesTerminal, PictureRenderer, inout PictureGlass, () -> String) throws -> Void
    ) throws {
      try withTerminal(images: images, budget: budget, columns: columns, rows: rows, cell: Self.cell) {
        terminal, pty in
        terminal.requestCapabilities()
        pty.type("\u{1b}[?62c")
        _ = next(terminal)
        var glass = PictureGlass(columns: columns, rows: rows, cell: Self.cell)
        glass.write(pty.take())
        try body(terminal, try #require(terminal.renderer), &glass, pty.take)
      }
    }

    /// A picture of one colour that fills a frame of so many cells.
    private func plain(_ name: String, _ frame: Rect) -> PixelImage {
      let (width, height) = (frame.columns * Self.cell.width, frame.rows * Self.cell.height)
      let colour = colour(name).map { UInt8($0) }
      let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
        count = width * height * 3
        for channel in 0..<3 {
          var place = channel
          while place < count {
            bytes[place] = colour[channel]
            place += 3
          }
        }
      }
      return PixelImage(width: width, height: height, pixels: pixels)
    }

    /// Renders pictures of one colour, each once for each shape, as the program's cache does.
    private final class Plain {
      private struct Key: Hashable {
        let picture: PictureID
        let shape: PictureShape
      }

      private var rendered: [Key: RenderedPicture?] = [:]

      func picture(
        _ placement: PicturePlacement, _ shape: PictureShape, render: () -> RenderedPicture?
      ) -> RenderedPicture? {
        let key = Key(picture: placement.picture, shape: shape)
        if let kept = rendered[key] { return kept }
        let picture = render()
        rendered[key] = picture
        return picture
      }
    }

    private func colour(_ name: String) -> [Int] {
      let number = name.utf8.reduce(7) { ($0 * 31 + Int($1)) & 0xffff }
      return [number % 7 * 40, number / 7 % 7 * 40, number / 49 % 7 * 40]
    }

    /// Compares what shows with what a frame wants.
    private func expectGlass(_ glass: PictureGlass, _ screen: Screen, _ remark: String) {
      var wanted: [PictureGlass.Place: [Int]] = [:]
      for placement in screen.pictures {
        for row in placement.frame.row..<placement.frame.maxRow {
          for column in placement.frame.column..<placement.frame.maxColumn {
            wanted[PictureGlass.Place(column: column, row: row)] = colour(placement.picture.path)
          }
        }
      }
      let shown = glass.shown
      let missing = wanted.keys.filter { shown[$0] == nil }
      let left = shown.keys.filter { wanted[$0] == nil }
      let wrong = wanted.filter { place, colour in
        shown[place].map { zip($0, colour).contains { abs($0 - $1) > 4 } } ?? false
      }
      #expect(
        missing.isEmpty && left.isEmpty && wrong.isEmpty && glass.faults.isEmpty,
        "\(remark): \(missing.count) cells lack their picture, \(left.count) were left behind, \(wrong.count) show another; \(glass.faults.first ?? "")"
      )
    }

    /// A frame of a grid scrolled by `offset` rows of three cells, with text beside it that changes too.
    private func grid(_ offset: Int, rows: Int = 24, popUp: Rect? = nil) -> Screen {
      var frame = Screen(size: Size(columns: 80, rows: rows))
      for line in 0..<(rows - 2) / 4 {
        for place in 0..<5 {
          let item = (offset + line) * 5 + place
          let picture = Rect(column: 1 + place * 15, row: 1 + line * 4, columns: 12, rows: 3)
          frame.put("item \(item)", column: picture.column, row: picture.maxRow)
          if popUp.map({ $0.intersection(picture).isEmpty }) ?? true {
            frame.pictures.append(PicturePlacement(picture: PictureID("\(item % 23)"), frame: picture))
          }
        }
      }
      if let popUp { frame.fill(popUp, with: "#") }
      return frame
    }

    @Test(arguments: ways) func showsPicturesWhereTheyBelongAndNothingElse(_ way: TerminalOptions.Images)
      throws
    {
      try withGlass(way) { terminal, renderer, glass, take in
        var generator = SeededGenerator(seed: 31)
        let cache = Plain()
        for step in 0..<13 {
          let popUp =
            Int.random(in: 0..<4, using: &generator) == 0
            ? Rect(column: 10, row: 5, columns: 30, rows: 9) : nil
          let screen = grid(Int.random(in: 0..<6, using: &generator), popUp: popUp)
          if step % 5 == 4 { terminal.invalidate() }
          terminal.present(screen) { placement, shape in
            cache.picture(placement, shape) {
              try? renderer.render(plain(placement.picture.path, placement.frame), shape: shape)
            }
          }
          // A key comes meanwhile, now and then.
          var patience = Int.random(in: 0..<40, using: &generator)
          terminal.presentPictures {
            patience -= 1
            return patience > 0
          }
          if step % 3 > 0 { terminal.presentPictures { true } }
          glass.write(take())
          if !terminal.hasPendingPictures { expectGlass(glass, screen, "\(way.rawValue), step \(step)") }
        }
        terminal.present(Screen(size: Size(columns: 80, rows: 24))) { _, _ in nil }
        glass.write(take())
        #expect(glass.shown.isEmpty && glass.faults.isEmpty, "nothing is left behind")
      }
    }

    @Test(arguments: ways) func leavesNothingOnTheGlass(_ way: TerminalOptions.Images) throws {
      try withGlass(way) { terminal, renderer, glass, take in
        terminal.present(grid(0)) { placement, shape in
          try? renderer.render(plain(placement.picture.path, placement.frame), shape: shape)
        }
        terminal.presentPictures { true }
        glass.write(take())
        #expect(!glass.shown.isEmpty)
        terminal.close()
        glass.write(take())
        #expect(glass.kept == (0, 0), "the terminal keeps nothing either")
      }
    }

    /// Whatever is cut to fit the budget shows the same as what is not.
    @Test(arguments: ways) func piecesMakeTheWholePicture(_ way: TerminalOptions.Images) throws {
      let frame = Rect(column: 3, row: 2, columns: 20, rows: 8)
      var screen = Screen(size: Size(columns: 80, rows: 24))
      screen.pictures = [PicturePlacement(picture: PictureID("noise"), frame: frame)]
      let image = Noise.image(width: 200, height: 160, seed: 4)
      var glasses: [[PictureGlass.Place: [Int]]] = []
      for budget in [nil, 32 << 10, 9000] as [Int?] {
        try withGlass(way, budget: budget) { terminal, renderer, glass, take in
          terminal.present(screen) { _, shape in try? renderer.render(image, shape: shape) }
          glass.write(take())
          var frames = 0
          while terminal.hasPendingPictures {
            terminal.presentPictures(budget: budget) { true }
            let written = take()
            #expect(written.utf8.count <= budget ?? .max, "\(way.rawValue) within \(budget ?? 0)")
            glass.write(written)
            frames += 1
          }
          #expect(glass.faults.isEmpty && (frames > 1) == (budget != nil))
          glasses.append(glass.shown)
        }
      }
      for cut in glasses.dropFirst() {
        #expect(cut.keys.count == glasses[0].keys.count)
        let difference = glasses[0].map { place, colour in
          cut[place].map { zip($0, colour).map { abs($0 - $1) }.max() ?? 0 } ?? 255
        }
        // Fewer colours are mixed otherwise, cell by cell.
        #expect(difference.max() ?? 255 <= (way == .sixel ? 40 : 0))
      }
    }

    /// A grid of 2,000 items, scrolled by a key that is held: text alone, then no more picture bytes at a time than allowed.
    @Test(arguments: ways) func aHeldKeyGetsTextAndThePauseGetsPictures(_ way: TerminalOptions.Images) throws
    {
      let budget = 64 << 10
      try withGlass(way, budget: budget) { terminal, renderer, glass, take in
        var screen = grid(0)
        var cache: [PictureID: RenderedPicture] = [:]
        let rendered = { (placement: PicturePlacement, shape: PictureShape) -> RenderedPicture? in
          if let kept = cache[placement.picture] { return kept }
          let seed = UInt64(placement.picture.path) ?? 0
          cache[placement.picture] = try? renderer.render(
            Noise.image(width: 120, height: 60, seed: seed), shape: shape)
          return cache[placement.picture]
        }
        for offset in [0, 7, 14, 21, 28, 200, 207, 393] {
          screen = grid(offset)
          terminal.present(screen, pictures: rendered)
          terminal.presentPictures(budget: budget) { false }
          let text = take()
          #expect(
            text.utf8.count < 12_000 && !text.contains("\u{1b}P") && !text.contains("a=p")
              && !text.contains("File="))
          glass.write(text)
        }
        var largest = 0
        var frames = 0
        while terminal.hasPendingPictures {
          terminal.presentPictures(budget: budget) { true }
          let written = take()
          largest = max(largest, written.utf8.count)
          frames += 1
          glass.write(written)
        }
        #expect(largest <= budget && largest > budget / 2 && frames > 1, "\(way.rawValue): \(largest) bytes")
        #expect(glass.faults.isEmpty && glass.shown.count == screen.pictures.count * 36)
      }
    }

    /// What a terminal keeps is sent once, however often it scrolls in and out of sight.
    @Test func storedPicturesAreSentOnce() throws {
      try withGlass(.kitty) { terminal, renderer, glass, take in
        var cache: [PictureID: RenderedPicture] = [:]
        var sendings = 0
        for offset in [0, 1, 2, 1, 0] {
          terminal.present(grid(offset)) { placement, shape in
            if let kept = cache[placement.picture] { return kept }
            cache[placement.picture] = try? renderer.render(
              plain(placement.picture.path, placement.frame), shape: shape)
            return cache[placement.picture]
          }
          terminal.presentPictures { true }
          let written = take()
          glass.write(written)
          expectGlass(glass, grid(offset), "row \(offset)")
          sendings += written.ranges(of: "a=t").count
        }
        // Pictures of one colour are equal files.
        #expect(glass.kept.pictures == Set(cache.keys.map { colour($0.path) }).count)
        #expect(sendings == glass.kept.pictures)
      }
    }

    @Test(arguments: ways) func aPictureThatCanNotBeShownHasASign(_ way: TerminalOptions.Images) throws {
      try withGlass(way) { terminal, _, glass, take in
        var screen = Screen(size: Size(columns: 80, rows: 24))
        screen.pictures = [
          PicturePlacement(picture: PictureID("a"), frame: Rect(column: 3, row: 2, columns: 20, rows: 5))
        ]
        terminal.present(screen) { _, shape in .unreadable(in: shape) }
        #expect(take().contains("✗ not readable") && !terminal.hasPendingPictures)
      }
    }
  }
}

/// Pictures that no encoder makes small.
enum Noise {
  static func image(width: Int, height: Int, seed: UInt64) -> PixelImage {
    var generator = SeededGenerator(seed: seed &+ 1)
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
      count = width * height * 3
      // Eight bytes of every random number: drawing them singly is most of the work.
      var place = 0
      while place < count {
        var bits = generator.next()
        for _ in 0..<min(8, count - place) {
          bytes[place] = UInt8(truncatingIfNeeded: bits)
          bits >>= 8
          place += 1
        }
      }
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }
}
