import Embeddings
import Testing

@testable import assay

/// Captions under exported pictures.
@Suite struct PixelCanvasTests {
  /// What a canvas shows, `#` for black.
  private func lines(_ canvas: PixelCanvas) -> [String] {
    let image = canvas.image
    return (0..<image.height).map { row in
      String(
        (0..<image.width).map { column -> Character in
          image.pixels[(row * image.width + column) * 3] == 0 ? "#" : "."
        })
    }
  }

  @Test func writesLetters() {
    var canvas = PixelCanvas(width: 14, height: 13)
    canvas.write("A1", column: 1, row: 0, columns: 12)
    #expect(
      lines(canvas)[2...10] == [
        "...#.....#....", "..#.#...##....", ".#...#.#.#....", ".#...#...#....", ".#...#...#....",
        ".#####...#....", ".#...#...#....", ".#...#...#....", ".#...#.#####..",
      ])
  }

  @Test func hasEveryLetterOfLatinAndABoxForTheRest() {
    let font = CaptionFont.standard
    let box = Array(font.rows(of: "桜"))
    #expect(box.count == CaptionFont.height && box.contains { $0 != 0 })
    for scalar in (0x21...0x7e).map({ UInt32($0) }) + (0xa1...0xff) where scalar != 0xad {
      let letter = Unicode.Scalar(scalar).map { Character($0) } ?? " "
      let rows = Array(font.rows(of: letter))
      #expect(rows.count == CaptionFont.height && rows != box && rows.contains { $0 != 0 }, "\(letter)")
    }
    #expect(Array(font.rows(of: "e\u{301}")) == Array(font.rows(of: "é")), "however it is composed")
  }

  @Test func staysInItsRoom() {
    var canvas = PixelCanvas(width: 30, height: 13)
    canvas.write("a very long title that goes on", column: 0, row: 0, columns: 18)
    #expect(lines(canvas).allSatisfy { $0.dropFirst(18).allSatisfy { $0 == "." } })
    var edge = PixelCanvas(width: 4, height: 5)
    edge.write("W", column: 0, row: 0, columns: 6)
    edge.write("", column: 0, row: 0, columns: 0)
    #expect(lines(edge).count == 5)
  }
}
