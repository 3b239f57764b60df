import TerminalUI
import Testing

@testable import assay

@Suite struct GlassTests {
  private func glass(_ output: String..., columns: Int = 10, rows: Int = 4) -> assay.Glass {
    var glass = assay.Glass(size: Size(columns: columns, rows: rows), cell: (10, 20))
    for piece in output { glass.feed(Array(piece.utf8)) }
    return glass
  }

  private func rows(_ glass: assay.Glass) -> [String] {
    (0..<glass.size.rows).map { glass.text(row: $0).replacing(#/ +$/#, with: "") }
  }

  @Test func textStandsWhereTheCursorWasMoved() {
    let shown = glass("\u{1b}[2;3Hab\u{1b}[1;1Hc\u{1b}[3dd\u{1b}[8Ge\r\nf")
    #expect(rows(shown) == ["c", "  ab", " d     e", "f"])
  }

  @Test func relativeMotionStopsAtTheEdges() {
    let shown = glass("\u{1b}[99;99H\u{1b}[2A\u{1b}[3Dx\u{1b}[9Dy\u{8}\u{8}\u{8}z\u{1b}[99Bw")
    #expect(rows(shown) == ["", "z     x", "", " w"])
  }

  /// The last column leaves the cursor behind it; a motion from there starts at the column itself.
  @Test func theLastColumnDoesNotWrapUntilTheNextCharacter() {
    #expect(rows(glass("\u{1b}[1;10Ha\u{1b}[1Db")) == ["        ba", "", "", ""])
    #expect(rows(glass("\u{1b}[1;10Hab")) == ["         a", "b", "", ""])
  }

  @Test func erasingRepeatingDeletingAndInserting() {
    #expect(rows(glass("abcdef\u{1b}[1;3H\u{1b}[2X"))[0] == "ab  ef")
    #expect(rows(glass("abcdef\u{1b}[1;3H\u{1b}[K"))[0] == "ab")
    #expect(rows(glass("abcdef\u{1b}[1;3H\u{1b}[1K"))[0] == "   def")
    #expect(rows(glass("abcdef\u{1b}[1;3H\u{1b}[2P"))[0] == "abef")
    #expect(rows(glass("abcdef\u{1b}[1;3H\u{1b}[2@"))[0] == "ab  cdef")
    #expect(rows(glass("a\u{1b}[4b"))[0] == "aaaaa")
    #expect(rows(glass("a\r\nb\r\nc\u{1b}[2;1H\u{1b}[J")) == ["a", "", "", ""])
    #expect(rows(glass("a\r\nb\u{1b}[2J")) == ["", "", "", ""])
  }

  @Test func wideAndCombiningCharactersTakeTheirCells() {
    let shown = glass("桜e\u{301}x")
    #expect(shown.cells.prefix(4).map(\.text) == ["桜", "", "e\u{301}", "x"])
  }

  @Test func charactersAndSequencesMayComeInPieces() {
    var whole = glass()
    var pieces = glass()
    let output = Array("\u{1b}[2;2H\u{1b}[1;31m桜\u{1b}7\u{1b}Pq\"1;1;20;20#0~~\u{1b}\\\u{1b}8é\u{1b}[0K".utf8)
    whole.feed(output)
    for byte in output { pieces.feed([byte]) }
    #expect(whole.cells == pieces.cells)
    #expect(whole.paintings == pieces.paintings)
    #expect(whole.pictureBytes == pieces.pictureBytes)
  }

  @Test func stringsAndPrivateModesPutNothingOnTheGlass() {
    #expect(rows(glass("\u{1b}]0;title\u{7}\u{1b}[?1049h\u{1b}(B\u{1b}_x\u{1b}\\a"))[0] == "a")
  }

  @Test func coloursAreKnownByCell() {
    let shown = glass("\u{1b}[1;38;5;208ma\u{1b}[22;39mb\u{1b}[7mc\u{1b}[md")
    #expect(
      shown.cells.prefix(4).map(\.pen) == [
        GlassPen(foreground: 208, isBold: true), .plain, GlassPen(isReversed: true), .plain,
      ])
  }

  @Test func onlyRowsThatLookDifferentCountAsChanged() {
    var shown = glass("\u{1b}[2;1Habc")
    #expect(shown.takeChangedRows() == [1])
    shown.feed(Array("\u{1b}[2;1Habc\u{1b}[3;1H   ".utf8))
    #expect(shown.takeChangedRows() == [])
    shown.feed(Array("\u{1b}[2;1H\u{1b}[31ma\u{1b}[m\u{1b}[4;1Hd".utf8))
    #expect(shown.takeChangedRows() == [1, 3])
  }

  @Test func roomForPicturesIsNoText() {
    var shown = glass("\u{1b}[1m\u{a0}\u{2800}\u{1b}[m\u{a0}")
    #expect(shown.takeChangedRows() == [])
    #expect(rows(shown)[0] == "")
  }

  @Test func picturesCountApartAndCoverTheirCells() {
    let shown = glass("a\u{1b}7\u{1b}[2;3H\u{1b}Pq\"1;1;25;30#0~~-\u{1b}\\\u{1b}8b")
    #expect(shown.paintings.map(\.area) == [Rect(column: 2, row: 1, columns: 3, rows: 2)])
    #expect(shown.cells.indices.filter { shown.cells[$0].painting == 1 } == [12, 13, 14, 22, 23, 24])
    #expect(rows(shown)[0] == "ab")
    // a, the Escape of the first sequence before it is known, and b.
    #expect(shown.textBytes == 3)
  }

  @Test func textErasesPicturesCellByCell() {
    let shown = glass("\u{1b}[1;1H\u{1b}Pq\"1;1;20;20#0~\u{1b}\\\u{1b}[1;2Hx")
    #expect(shown.cells.prefix(3).map(\.painting) == [1, 0, 0])
  }

  @Test func picturesAreKnownByTheirBytes() {
    let first = glass("\u{1b}Pq\"1;1;20;20#0~\u{1b}\\").paintings
    #expect(first == glass("\u{1b}Pq\"1;1;20;20#0~\u{1b}\\").paintings)
    #expect(first != glass("\u{1b}Pq\"1;1;20;20#0?\u{1b}\\").paintings)
  }
}
