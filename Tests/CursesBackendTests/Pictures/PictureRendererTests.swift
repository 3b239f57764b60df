import Embeddings
import TerminalUI
import Testing

@testable import CursesBackend

@Suite struct PictureRendererTests {
  private let screen = Size(columns: 120, rows: 36)
  private let sixel = PictureRenderer(
    .sixel(cellWidth: 9, cellHeight: 19, colours: 64, maximumWidth: 400, maximumHeight: 1000))

  private func image(_ width: Int, _ height: Int, _ pixel: [UInt8] = [255, 0, 0]) -> PixelImage {
    PixelImage(
      width: width, height: height, pixels: Array(repeatElement(pixel, count: width * height).joined()))
  }

  /// Width and height of a sixel's raster attributes.
  private func raster(_ picture: RenderedPicture?) -> [Int] {
    guard case .painted(let bytes)? = picture?.pieces.first?.graphic else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let attributes = text.drop { $0 != "\"" }.dropFirst().prefix { $0.isNumber || $0 == ";" }
    return attributes.split(separator: ";").compactMap { Int($0) }.suffix(2)
  }

  @Test func aFrameIsCutAboveTheLastRow() {
    #expect(PictureShape(Rect(column: 0, row: 30, columns: 12, rows: 6), on: screen)?.visibleRows == 5)
    #expect(PictureShape(Rect(column: 0, row: 29, columns: 12, rows: 6), on: screen)?.visibleRows == 6)
    #expect(PictureShape(Rect(column: 0, row: 35, columns: 12, rows: 6), on: screen) == nil)
    #expect(PictureShape(Rect(column: 0, row: -1, columns: 12, rows: 6), on: screen) == nil)
    #expect(PictureShape(Rect(column: 110, row: 0, columns: 12, rows: 6), on: screen) == nil)
  }

  @Test func picturesAreLargestWithoutDistortionAndCentred() throws {
    let shape = try #require(PictureShape(Rect(column: 0, row: 0, columns: 12, rows: 6), on: screen))
    #expect(sixel.pixelBox(for: shape) == (108, 114))
    let wide = try #require(try sixel.render(image(200, 100), shape: shape))
    #expect(raster(wide) == [108, 54])
    #expect((wide.column, wide.row, wide.columns, wide.rows) == (0, 1, 12, 3))
    let tall = try #require(try sixel.render(image(10, 20), shape: shape))
    #expect(raster(tall) == [57, 114])
    #expect((tall.column, tall.row, tall.columns, tall.rows) == (2, 0, 7, 6))
  }

  @Test func aCutPictureKeepsItsScaleAndEndsOnAWholeSixel() throws {
    let shape = try #require(PictureShape(Rect(column: 0, row: 32, columns: 12, rows: 6), on: screen))
    let picture = try #require(try sixel.render(image(100, 100), shape: shape))
    #expect(raster(picture) == [108, 54])
    #expect(picture.rows == 3)
    let hidden = try #require(PictureShape(Rect(column: 0, row: 34, columns: 40, rows: 30), on: screen))
    #expect(try sixel.render(image(400, 10), shape: hidden) == nil)
  }

  @Test func noPieceIsLargerThanTheTerminalTakes() throws {
    let shape = try #require(PictureShape(Rect(column: 0, row: 0, columns: 100, rows: 30), on: screen))
    let picture = try #require(try sixel.render(image(500, 500), shape: shape))
    #expect((picture.columns, picture.rows) == (64, 30), "570 pixels a side")
    #expect(picture.pieces.count == 2)
    #expect(picture.pieces.map(\.area.columns).reduce(0, +) == 64)
  }

  /// Cuts lie between cells, and where sixels are cut they are whole.
  @Test func piecesCoverThePictureOnce() throws {
    let limited = PictureRenderer(sixel.method, budget: 3000)
    let shape = try #require(PictureShape(Rect(column: 0, row: 0, columns: 40, rows: 20), on: screen))
    let noise = Noise.image(width: 360, height: 380, seed: 2)
    let picture = try #require(try limited.render(noise, shape: shape))
    var covered: Set<[Int]> = []
    for piece in picture.pieces {
      #expect(piece.graphic.cost <= 3000 - 48)
      #expect(piece.area.maxRow == picture.rows || piece.area.maxRow * 19 % 6 == 0)
      for row in piece.area.row..<piece.area.maxRow {
        for column in piece.area.column..<piece.area.maxColumn {
          #expect(covered.insert([row, column]).inserted)
        }
      }
    }
    #expect(covered.count == picture.rows * picture.columns && picture.pieces.count > 20)
  }

  @Test func aPartAtItsScaleIsNotScaledAgain() throws {
    let shape = try #require(PictureShape(Rect(column: 0, row: 0, columns: 20, rows: 10), on: screen))
    #expect(raster(try sixel.render(image(50, 42), shape: shape, isScaled: true)) == [50, 42])
  }

  @Test func blocksShowTwoPixelsACell() throws {
    let shape = try #require(PictureShape(Rect(column: 0, row: 0, columns: 4, rows: 2), on: screen))
    var pixels = image(4, 3).pixels
    pixels.replaceSubrange(0..<12, with: repeatElement(255, count: 12))
    let picture = try #require(
      try PictureRenderer(.blocks).render(PixelImage(width: 4, height: 3, pixels: pixels), shape: shape))
    guard case .cells(let blocks) = picture.content else {
      Issue.record("blocks are cells")
      return
    }
    #expect(blocks.count == 8)
    #expect(blocks[0] == HalfBlock(upper: 231, lower: 196))
    #expect(blocks[4] == HalfBlock(upper: 196, lower: nil))
  }

  @Test(arguments: [2, 16, 64, 128, 256])
  func sixelsHaveNoMoreColoursThanAllowed(_ colours: Int) throws {
    var pixels: [UInt8] = []
    for row in 0..<48 {
      for column in 0..<48 { pixels += [UInt8(row * 5), UInt8(column * 5), UInt8((row ^ column) * 4)] }
    }
    let bytes = try SixelEncoder(colours: colours).encode(PixelImage(width: 48, height: 48, pixels: pixels))
    #expect(bytes.starts(with: Array("\u{1b}P".utf8)) && bytes.suffix(2) == Array("\u{1b}\\".utf8)[...])
    #expect(bytes.dropFirst().dropLast(2).allSatisfy { (0x20..<0x7f).contains($0) || $0 == 0x0a })
    // A colour is defined by `# number ; 2 ; red ; green ; blue`.
    let defined = String(decoding: bytes, as: UTF8.self).matches(of: #/#\d+;2;/#).count
    #expect(defined <= colours && defined > 0)
  }
}
