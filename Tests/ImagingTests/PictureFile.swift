import CTestPictures
import Embeddings
import TestSupport

/// A picture file made for a test.
struct PictureFile: Sendable {
  var bytes: [UInt8]

  /// Writes pixels of three or, where the kind says so, four bytes.
  init(_ kind: assay_test_picture, width: Int, height: Int, pixels: [UInt8]) {
    var file = [UInt8](repeating: 0, count: pixels.count * 2 + 4096)
    let count = assay_test_write(kind, pixels, Int32(width), Int32(height), &file, file.count)
    precondition(count > 0, "the test picture could not be written")
    bytes = Array(file.prefix(count))
  }

  /// Writes a smooth picture that differs in every corner.
  init(_ kind: assay_test_picture, width: Int, height: Int) {
    let hasFour = [ASSAY_TEST_JPEG_INKS, ASSAY_TEST_PNG_ALPHA, ASSAY_TEST_WEBP_ALPHA].contains(kind)
    var pixels: [UInt8] = []
    for pixel in Self.gradient(width: width, height: height).pixels.chunks(of: 3) {
      pixels += pixel
      if hasFour { pixels.append(255) }
    }
    self.init(kind, width: width, height: height, pixels: pixels)
  }

  /// Red grows to the right, green downwards, blue against both.
  static func gradient(width: Int, height: Int) -> PixelImage {
    var pixels: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        let (x, y) = (255 * column / max(1, width - 1), 255 * row / max(1, height - 1))
        pixels += [UInt8(x), UInt8(y), UInt8(255 - (x + y) / 2)]
      }
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  /// Puts an EXIF orientation into a JPEG file, in either byte order.
  func withOrientation(_ value: UInt8, little: Bool) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let big = (0..<count).reversed().map { UInt8(value >> (8 * $0) & 0xff) }
      return little ? big.reversed() : big
    }
    var tiff = Array((little ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
    tiff += number(0x0100, 2) + number(4, 2) + number(1, 4) + number(640, 4)
    tiff += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(Int(value), 2) + [0, 0] + number(0, 4)
    let body = Array("Exif\0\0".utf8) + tiff
    let length = body.count + 2
    return Array(bytes[..<2]) + [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 0xff)] + body + bytes[2...]
  }
}

extension Array {
  /// Consecutive pieces of `size` elements.
  func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
  }
}

extension PixelImage {
  /// The largest difference of any channel from another picture of the same extent.
  func largestDifference(from other: PixelImage) -> Int {
    precondition(width == other.width && height == other.height)
    return zip(pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
  }
}
