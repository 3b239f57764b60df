package import Embeddings

/// Pictures that a formula draws, the same ones in every language: the recorded fixtures are made of them.
package enum PicturePattern {
  /// Waves in red, a chequer in green, noise in blue.
  package static func picture(width: Int, height: Int) -> PixelImage {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height * 3)
    for y in 0..<height {
      for x in 0..<width {
        pixels.append(UInt8((x * x * 3 + y * 7) / 11 % 256))
        pixels.append(UInt8((x / 2 + y / 3) % 2 * 200 + x % 56))
        pixels.append(UInt8(((x * 2_654_435_761 + y * 40_503 + x * y * 97) >> 7) % 256))
      }
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }
}
