package import Embeddings

extension PixelImage {
  /// A part of the picture.
  /// - Precondition: the part is not empty and lies inside.
  package func cropped(x: Int, y: Int, width: Int, height: Int) -> PixelImage {
    precondition(
      x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= self.width && y + height <= self.height,
      "\(width)×\(height) pixels at \(x), \(y) of \(self.width)×\(self.height)")
    if width == self.width, height == self.height { return self }
    let part = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
      pixels.withUnsafeBufferPointer { pixels in
        for row in 0..<height {
          let from = ((y + row) * self.width + x) * 3
          for at in 0..<width * 3 { buffer[row * width * 3 + at] = pixels[from + at] }
        }
      }
      count = width * height * 3
    }
    return PixelImage(width: width, height: height, pixels: part)
  }
}
