import Embeddings
import Foundation
import Imaging
import TestSupport
import Testing

/// Files of every kind, against what another library makes of them (`Fixtures/README.md`).
@Suite struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
  }

  /// A binary PPM as Pillow writes it: three numbers in text, then the pixels.
  private func recorded(_ name: String) throws -> PixelImage {
    let file = try bytes(name + ".ppm")
    let header = file.split(separator: 0x0a, maxSplits: 3)
    let extent = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    return PixelImage(width: extent[0], height: extent[1], pixels: Array(header[3]))
  }

  private var decoder: PictureDecoder {
    var decoder = PictureDecoder()
    decoder.background = RGB(red: 30, green: 30, blue: 46)
    return decoder
  }

  /// JPEG decoders may round otherwise; four inks are mixed with another rounding; the rest is exact.
  @Test(
    arguments: (1...8).map { ("turned-\($0).jpg", 3) } + [
      ("inks.jpg", 3), ("alpha.png", 1), ("grey-alpha.png", 1), ("palette.png", 0), ("alpha.webp", 1),
      ("alpha-lossy.webp", 3), ("turned.webp", 0), ("turned.png", 0), ("deep.png", 1), ("deep-grey.png", 1),
      ("moving-lossy.webp", 3), ("moving.gif", 0), ("still.gif", 0), ("plain.gif", 0),
      ("noise.gif", 0),
    ])
  func isWhatAnotherLibraryMakesOfIt(name: String, tolerance: Int) throws {
    let expected = try recorded(name)
    let picture = try decoder.decode(try bytes(name))
    try #require(picture.image.width == expected.width && picture.image.height == expected.height)
    #expect(picture.image.largestDifference(from: expected) <= tolerance)
    #expect(!picture.isPartial && picture.isAnimated == name.hasPrefix("moving"))
    #expect(picture.extent == (expected.width, expected.height))
  }

  /// Pillow shows black where the first picture of a file without transparency leaves the canvas free.
  @Test func aPictureThatLeavesTheCanvasFreeShowsTheBackground() throws {
    let picture = try decoder.decode(try bytes("moving.webp"))
    let expected = try recorded("moving.webp").pixels.chunks(of: 3).map { pixel -> [UInt8] in
      Array(pixel) == [0, 0, 0] ? [30, 30, 46] : Array(pixel)
    }
    #expect(picture.image.pixels == Array(expected.joined()) && picture.isAnimated)
  }

  @Test(arguments: ["turned-6.jpg", "turned.webp", "turned.png", "moving.webp", "still.gif", "deep.png"])
  func aSmallCopyShowsTheSame(name: String) throws {
    let whole = try decoder.decode(try bytes(name)).image
    let small = try decoder.decode(try bytes(name), fittingWidth: 8, height: 8)
    #expect(small.extent == (whole.width, whole.height))
    let expected = whole.scaled(toWidth: small.image.width, height: small.image.height)
    #expect(max(small.image.width, small.image.height) == 8)
    #expect(small.image.largestDifference(from: expected) <= 12)
  }

  @Test func aGIFThatEndsEarlyShowsWhatItHas() throws {
    let file = try bytes("noise.gif")
    let whole = try decoder.decode(file).image
    let picture = try decoder.decode(Array(file.prefix(file.count * 6 / 10)))
    #expect(picture.isPartial)
    // The rows are interlaced: the first came, the last did not.
    #expect(picture.image.pixels.prefix(96 * 3) == whole.pixels.prefix(96 * 3))
    #expect(picture.image.pixels.suffix(3) == [30, 30, 46])
    for length in [0, 5, 6, 12, 13, 400, 790] {
      #expect(throws: (any Error).self) { try decoder.decode(Array(file.prefix(length))) }
    }
  }

  @Test func aGIFThatClaimsTooMuchIsRefused() throws {
    var file = try bytes("still.gif")
    file.replaceSubrange(6..<10, with: [0xff, 0xff, 0xff, 0xff])
    #expect(throws: PictureError.tooManyPixels(width: 65535, height: 65535, limit: 50_000_000)) {
      try decoder.decode(file)
    }
    var animation = try bytes("moving.webp")
    if let header = animation.indices.dropLast(4).first(where: {
      animation[$0..<$0 + 4].elementsEqual("VP8X".utf8)
    }) {
      animation.replaceSubrange(header + 12..<header + 18, with: [0xff, 0xff, 0, 0xff, 0xff, 0])
    }
    #expect(throws: PictureError.tooManyPixels(width: 65536, height: 65536, limit: 50_000_000)) {
      try decoder.decode(animation, fittingWidth: 10, height: 10)
    }
  }

  @Test(arguments: ["moving.gif", "noise.gif", "still.gif", "moving.webp", "moving-lossy.webp", "turned.png"])
  func mutantsAreDecodedOrRefused(name: String) throws {
    let original = try bytes(name)
    var generator = SeededGenerator(seed: 23)
    var decoder = decoder
    decoder.pixelLimit = 1_000_000
    var decodedCount = 0
    for _ in 0..<400 {
      var file = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        file[Int.random(in: 0..<file.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { file.removeLast(Int.random(in: 0..<file.count, using: &generator)) }
      if let picture = try? decoder.decode(file) {
        decodedCount += 1
        #expect(picture.image.width * picture.image.height <= 1_000_000, "seed 23")
      }
      if let picture = try? decoder.decode(file, fittingWidth: 12, height: 12) {
        #expect(picture.image.width <= 12 && picture.image.height <= 12, "seed 23")
      }
    }
    #expect(decodedCount > 10 && decodedCount < 400)
  }
}
