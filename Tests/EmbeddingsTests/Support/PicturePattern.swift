import Embeddings
import Foundation

/// The pictures of `Fixtures/pictures`, drawn by the same formula as there.
enum PicturePattern {
  /// Waves in red, a chequer in green, noise in blue.
  static func picture(width: Int, height: Int) -> PixelImage {
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

  /// The bytes of a file.
  static func contents(_ file: String) throws -> Data {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/pictures")
    return try Data(contentsOf: folder.appendingPathComponent(file))
  }

  /// FNV-1a of 64 bits in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String {
    let state = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
