internal import CImaging
internal import Embeddings

/// PNG files for terminals that take them.
enum PNGFile {
  /// A picture as a file.
  /// - Throws: `GraphicsFailure.png` when libpng refuses.
  static func bytes(of image: PixelImage) throws(GraphicsFailure) -> [UInt8] {
    try bytes(of: image.pixels, width: image.width, height: image.height, channels: 3)
  }

  /// A picture in the upper left corner of a larger, otherwise transparent one.
  /// - Throws: `GraphicsFailure.png` when libpng refuses.
  static func bytes(of image: PixelImage, onWidth width: Int, height: Int) throws(GraphicsFailure) -> [UInt8]
  {
    if image.width == width, image.height == height { return try bytes(of: image) }
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    for row in 0..<min(height, image.height) {
      for column in 0..<min(width, image.width) {
        let (from, to) = ((row * image.width + column) * 3, (row * width + column) * 4)
        for channel in 0..<3 { pixels[to + channel] = image.pixels[from + channel] }
        pixels[to + 3] = 255
      }
    }
    return try bytes(of: pixels, width: width, height: height, channels: 4)
  }

  private static func bytes(
    of pixels: [UInt8], width: Int, height: Int, channels: Int
  ) throws(GraphicsFailure) -> [UInt8] {
    // Deflate adds five bytes to each 16 kB that it can't compress, a filter one to each row, the file a few chunks.
    let capacity = pixels.count + pixels.count / 1000 + height + 4096
    let file = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = assay_encode_png(
        pixels, Int32(width), Int32(height), Int32(channels), buffer.baseAddress, capacity)
    }
    guard !file.isEmpty else { throw .png(width: width, height: height) }
    return file
  }
}
