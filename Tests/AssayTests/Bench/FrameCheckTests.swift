import TerminalUI
import Testing

@testable import assay

@Suite struct FrameCheckTests {
  private let size = Size(columns: 40, rows: 4)

  private func screen(_ lines: [String], pictures: [PicturePlacement] = []) -> Screen {
    var screen = Screen(size: size)
    for (row, line) in lines.enumerated() { screen.put(line, column: 0, row: row) }
    screen.pictures = pictures
    return screen
  }

  private func glass(_ output: String) -> assay.Glass {
    var glass = assay.Glass(size: size, cell: (10, 20))
    glass.feed(Array(output.utf8))
    return glass
  }

  private func sixel(_ column: Int, _ row: Int, data: String = "#0~", width: Int = 40, height: Int = 40)
    -> String
  {
    "\u{1b}7\u{1b}[\(row + 1);\(column + 1)H\u{1b}Pq\"1;1;\(width);\(height)\(data)\u{1b}\\\u{1b}8"
  }

  @Test func aWrongRowIsNamed() throws {
    let expected = screen(["one", "two"])
    #expect(FrameCheck.textMismatch(glass("one\r\ntwo"), expected) == nil)
    let mismatch = try #require(FrameCheck.textMismatch(glass("one\r\ntow"), expected))
    #expect(mismatch.contains("row 1") && mismatch.contains("tow") && mismatch.contains("two"))
  }

  @Test func onlyTimesMayDiffer() {
    let expected = screen(["dense 256   1,007 items  1.2 ms exact", "3 judged · saved 00:00:00 → journal"])
    let found = "dense 256    1,007 items  34 ms exact\r\n3 judged · saved 12:04:31 → journal"
    #expect(FrameCheck.textMismatch(glass(found), expected) == nil)
    let otherCount = "dense 256    1,008 items  34 ms exact\r\n3 judged · saved 12:04:31 → journal"
    #expect(FrameCheck.textMismatch(glass(otherCount), expected) != nil)
    let unsaved = "dense 256    1,007 items  34 ms exact\r\n3 judged · saving → journal"
    #expect(FrameCheck.textMismatch(glass(unsaved), expected) != nil)
  }

  @Test func picturesStandWholeInTheirFramesAndNowhereElse() {
    let placement = PicturePlacement(
      picture: PictureID("a.jpg"), frame: Rect(column: 2, row: 0, columns: 6, rows: 3))
    let expected = screen([], pictures: [placement])
    var check = FrameCheck { _ in true }
    #expect(check.pictureMismatch(glass(""), expected)?.contains("not in its frame") == true)
    #expect(check.pictureMismatch(glass(sixel(5, 1)), expected)?.contains("not in its frame") == true)
    #expect(check.pictureMismatch(glass(sixel(3, 0) + "\u{1b}[1;4Hx"), expected)?.contains("damaged") == true)
    #expect(
      check.pictureMismatch(glass(sixel(3, 0) + sixel(20, 0)), expected)?.contains("left over") == true)
    #expect(check.unseen(in: expected) == 0)  // the one in its frame was taken for a.jpg
    #expect(check.pictureMismatch(glass(sixel(3, 0)), expected) == nil)
    #expect(
      check.pictureMismatch(glass(sixel(3, 0, data: "#0?")), expected)?.contains("another picture") == true)
  }

  @Test func picturesThatCannotBeShownAreNotWaitedFor() {
    let placement = PicturePlacement(
      picture: PictureID("gone.jpg"), frame: Rect(column: 2, row: 0, columns: 6, rows: 3))
    let expected = screen([], pictures: [placement])
    var check = FrameCheck { $0.path != "gone.jpg" }
    #expect(check.unseen(in: expected) == 0)
    #expect(check.pictureMismatch(glass(""), expected) == nil)
  }
}
