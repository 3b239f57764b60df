import Embeddings
import Foundation
import Imaging
import TestSupport
import Testing

@testable import RemoteEncoder

@Suite struct PNGTests {
  private static func picture(_ width: Int, _ height: Int, seed: UInt64, isSmooth: Bool) -> PixelImage {
    var random = SeededGenerator(seed: seed)
    let pixels = (0..<width * height * 3).map { index in
      isSmooth
        ? UInt8(truncatingIfNeeded: index / 3 % width + index / 3 / width * 2)
        : UInt8.random(in: 0...255, using: &random)
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  /// What is written, libpng reads as the same pixels.
  @Test func libpngReadsTheSamePixels() throws {
    for (index, (width, height)) in [(1, 1), (1, 40), (40, 1), (3, 2), (64, 64), (257, 129)].enumerated() {
      for isSmooth in [false, true] {
        let picture = Self.picture(width, height, seed: UInt64(index), isSmooth: isSmooth)
        let file = try #require(PNG.file(of: picture))
        #expect(try PictureDecoder().decode(file).image == picture, "\(width)×\(height) \(isSmooth)")
      }
    }
  }

  @Test func smoothPicturesAreSmall() throws {
    let file = try #require(PNG.file(of: Self.picture(256, 256, seed: 1, isSmooth: true)))
    #expect(file.count < 256 * 256 * 3 / 20)
  }

  @Test(arguments: [
    (100, 50, 1250, 50, 25), (10, 10, 100, 10, 10), (1000, 1, 10, 100, 1), (1, 1000, 10, 1, 10),
  ])
  func largePicturesAreScaledDown(width: Int, height: Int, pixels: Int, newWidth: Int, newHeight: Int) throws
  {
    let picture = Self.picture(width, height, seed: 1, isSmooth: true)
    let address = try #require(PictureAddress.of(picture, atMost: pixels))
    let file = try #require(Data(base64Encoded: String(address.dropFirst("data:image/png;base64,".count))))
    let read = try PictureDecoder().decode([UInt8](file)).image
    #expect(read.width == newWidth && read.height == newHeight)
    #expect(read.width * read.height <= max(pixels, read.width))
  }
}
