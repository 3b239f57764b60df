/// A decoded picture: 8-bit RGB, row-major, no padding, already upright.
package struct PixelImage: Hashable, Sendable {
  /// Pixels across, at least 1.
  package let width: Int
  /// Pixels down, at least 1.
  package let height: Int
  /// `width × height × 3` bytes: red, green, blue.
  package let pixels: [UInt8]

  /// Wraps decoded pixels.
  /// - Precondition: both extents are positive and `pixels` has exactly three bytes for each pixel.
  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0, "a picture of \(width)×\(height) pixels")
    precondition(pixels.count == width * height * 3, "\(pixels.count) bytes for \(width)×\(height) RGB")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
