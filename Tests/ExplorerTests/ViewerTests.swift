import Explorer
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// One picture over the whole screen.
@Suite struct ViewerTests {
  private let facts = PictureFacts(width: 1000, height: 800, format: "JPEG", bytes: 224_300)

  /// A picture of the third result, with what its file says unless `outcome` says otherwise.
  private func opened(
    _ columns: Int = 80, _ rows: Int = 24, pictures: PictureSupport = .sixel(cellWidth: 9, cellHeight: 19),
    _ outcome: PictureReply.Outcome? = nil, script: String = ""
  ) -> Session {
    var session = Session(columns, rows, pictures: pictures)
    session.press("red striped mug<enter>jj<enter>")
    answer(&session, outcome)
    for key in Script.keys(script) {
      session.send(.terminal(.key(key)))
      answer(&session, outcome)
    }
    return session
  }

  /// Says what the file is that was asked for last.
  private func answer(_ session: inout Session, _ outcome: PictureReply.Outcome? = nil) {
    let requests = session.effects.compactMap { effect -> PictureRequest? in
      if case .examinePicture(let request) = effect { request } else { nil }
    }
    guard let request = requests.last else { return }
    session.send(
      .examinedPicture(PictureReply(generation: request.generation, outcome: outcome ?? .read(facts))))
  }

  private func region(_ session: Session) -> PictureRegion? { draw(session.state).pictures.first?.region }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsOnePicture(columns: Int, rows: Int) {
    var session = opened(columns, rows)
    session.press("3")
    session.press("<pageup>")
    answer(&session)
    expectScreen(draw(session.state), "picture-\(columns)x\(rows)")
    session.press("z+")
    expectScreen(draw(session.state), "picture-zoomed-\(columns)x\(rows)")
  }

  @Test func saysWhatIsOdd() {
    var session = opened(80, 24, .failed("images/1002.jpg: the JPEG file is damaged or cut off: replace it"))
    expectScreen(draw(session.state), "picture-damaged-80x24")
    #expect(draw(session.state).pictures.isEmpty)
    session = opened(
      160, 48,
      .read(
        PictureFacts(width: 30, height: 20, format: "GIF", bytes: 999, remark: "animated: the first picture"))
    )
    #expect(
      GoldenRows.rows(draw(session.state)).contains {
        $0.contains("30×20 GIF · animated: the first picture")
      })
    session = opened(80, 24, pictures: .none)
    expectScreen(draw(session.state), "picture-none-80x24")
  }

  @Test(arguments: [.sixel(cellWidth: 9, cellHeight: 19), .none] as [PictureSupport])
  func namesTheFileThatCouldNotBeUsed(pictures: PictureSupport) {
    var session = Session(80, 24, pictures: pictures, answers: false)
    session.press("mug<enter>")
    for request in session.searches.suffix(2) {
      session.send(Bench.bareAnswer(request, lost: PictureID("images/bad.jpg")))
    }
    session.press("<enter>")
    #expect(draw(session.state).pictures.isEmpty, "nobody knows yet whether it is readable by now")
    #expect(session.state.viewer?.request?.picture.path == "images/bad.jpg")
    answer(&session, .failed("images/bad.jpg: this is no picture"))
    let text = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
    #expect(
      text.contains("✗ the picture can't be shown") && text.contains("images/bad.jpg: this is no picture"))
    #expect(!text.contains("this item has no picture"))
    guard pictures != .none else { return }
    // The file was mended since.
    session.press("j")
    session.press("k<esc><enter>")
    answer(&session)
    #expect(draw(session.state).pictures.map(\.picture.path) == ["images/bad.jpg"])
  }

  @Test func theListOfKeysIsThatOfThePicture() {
    let session = opened(script: "?")
    expectScreen(draw(session.state), "help-picture-80x24")
  }

  @Test func onlyTheAnswerAboutThisPictureCounts() {
    var session = opened(80, 24, .failed("late"))
    session.press("j")
    session.send(.examinedPicture(PictureReply(generation: 1, outcome: .failed("of another"))))
    #expect(session.state.viewer?.outcome == nil)
    answer(&session)
    #expect(session.state.viewer?.facts == facts)
  }

  @Test func goesFromItemToItemAndBack() {
    var session = opened()
    #expect(session.state.context == .picture && session.state.cursor == 2)
    for (keys, cursor) in [
      ("j", 3), ("k", 2), ("<pagedown>", 3), ("<pageup>", 2), ("l", 3), ("<left>", 2), ("G", 9), ("j", 9),
      ("gg", 0), ("k", 0), ("<down>", 1),
    ] {
      session.press(keys)
      #expect(session.state.cursor == cursor, "\(keys)")
      #expect(draw(session.state).pictures.first?.picture.path == "images/\(1000 + cursor).jpg")
    }
    session.press("<esc>")
    #expect(session.state.viewer == nil && session.state.context == .results && session.state.cursor == 1)
    #expect(session.effects.last == .prefetch([]))
  }

  @Test func gradesAndGoesOn() {
    var session = opened(script: "32u")
    #expect(session.drafts.prefix(2).map(\.grade) == [3, 2] && session.drafts.count == 3)
    #expect(session.state.context == .picture && session.state.cursor == 3)
    session.press("nblue<enter>")
    #expect(session.state.context == .picture && session.drafts.last?.note == "blue")
  }

  @Test(arguments: ["/", "<f1>", "<f2>", "ge"]) func otherPlacesCloseIt(keys: String) {
    var session = opened()
    session.press(keys)
    #expect(session.state.viewer == nil)
  }

  @Test func zoomsInStepsAndBackToTheWhole() throws {
    var session = opened()
    #expect(region(session) == nil)
    session.press("z")
    let actual = try #require(region(session))
    // 720×399 pixels of 80×21 cells; nothing is scaled.
    #expect((actual.width, actual.height) == (actual.drawnWidth, actual.drawnHeight))
    #expect((actual.width, actual.height) == (720, 399) && (actual.x, actual.y) == (140, 201))
    session.press("+")
    let larger = try #require(region(session))
    #expect(larger.width == 480 && larger.drawnWidth == 720)
    session.press("--")
    let smaller = try #require(region(session))
    #expect(smaller.width == 1000 && smaller.drawnWidth == 667)
    session.press("-")
    #expect(region(session) == nil, "smaller than whole there is nothing")
    session.press("z")
    #expect(region(session) == actual)
    session.press("z")
    #expect(region(session) == nil)
    for _ in 0..<40 { session.press("+") }
    #expect(region(session).map { $0.drawnWidth / $0.width } == 16)
    for _ in 0..<40 { session.press("-") }
    #expect(region(session) == nil)
  }

  @Test func pansToTheEdgesAndNoFurther() throws {
    var session = opened(script: "z")
    #expect(session.state.cursor == 2)
    for _ in 0..<9 { session.press("hk") }
    let topLeft = try #require(region(session))
    #expect((topLeft.x, topLeft.y) == (0, 0) && session.state.cursor == 2)
    for _ in 0..<9 { session.press("<right><down>") }
    let bottomRight = try #require(region(session))
    #expect((bottomRight.x + bottomRight.width, bottomRight.y + bottomRight.height) == (1000, 800))
    session.press("K")
    #expect(try #require(region(session)).y < bottomRight.y)
    session.press("<pagedown>")
    #expect(session.state.cursor == 3 && session.state.viewer?.scale == .factor(1))
    #expect(session.state.viewer?.centre.x == 0.5 && session.state.viewer?.centre.y == 0.5)
  }

  @Test func theMouseZoomsAndPans() throws {
    var session = opened(script: "z")
    let before = try #require(region(session))
    session.send(.terminal(.mouse(MouseEvent(.press, column: 40, row: 10))))
    session.send(.terminal(.mouse(MouseEvent(.drag, column: 42, row: 9))))
    let after = try #require(region(session))
    #expect((after.x, after.y) == (before.x - 18, before.y + 19))
    session.send(.terminal(.mouse(MouseEvent(.release, column: 42, row: 9))))
    session.send(.terminal(.mouse(MouseEvent(.wheelUp, column: 40, row: 10))))
    #expect(try #require(region(session)).width == 480)
  }

  /// Whatever is pressed, what shows lies in the picture and the picture on the screen.
  @Test(arguments: [
    PictureSupport.sixel(cellWidth: 9, cellHeight: 19), .kitty(cellWidth: 7, cellHeight: 15), .blocks,
  ])
  func neverLeavesThePicture(pictures: PictureSupport) {
    var generator = SeededGenerator(seed: 8)
    let keys = [
      "+", "-", "z", "h", "j", "k", "l", "J", "K", "<pagedown>", "<pageup>", "<end>", "gg", "3", "p",
    ]
    let extents = [(1, 1), (3, 2000), (5000, 10), (640, 480), (80, 60)]
    for extent in extents {
      let facts = PictureFacts(width: extent.0, height: extent.1, format: "PNG", bytes: 1)
      var session = opened(100, 30, pictures: pictures, .read(facts))
      for step in 0..<20 {
        session.press(keys[Int.random(in: 0..<keys.count, using: &generator)])
        if step % 5 == 0 {
          session.send(
            .terminal(
              .resized(
                Size(
                  columns: Int.random(in: 40...140, using: &generator),
                  rows: Int.random(in: 10...50, using: &generator)))))
        }
        answer(&session, .read(facts))
        let screen = draw(session.state)
        #expect(screen.pictures.count == 1)
        for placement in screen.pictures {
          #expect(
            placement.frame.maxColumn <= screen.size.columns && placement.frame.maxRow <= screen.size.rows - 2
          )
          #expect(placement.frame.row > 0 && !placement.frame.isEmpty)
          guard let region = placement.region else { continue }
          #expect(
            region.x >= 0 && region.y >= 0 && region.width > 0 && region.height > 0, "\(extent), step \(step)"
          )
          #expect(region.x + region.width <= extent.0 && region.y + region.height <= extent.1)
          #expect(region.drawnWidth > 0 && region.drawnHeight > 0)
        }
      }
    }
  }
}
