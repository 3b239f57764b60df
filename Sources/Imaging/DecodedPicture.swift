package import Embeddings

/// A picture read from a file.
package struct DecodedPicture: Sendable {
  /// The pixels, upright.
  package let image: PixelImage
  /// What the file was.
  package let format: PictureFormat
  /// The pixels of the whole picture, upright, which `image` may be a smaller copy of.
  package let extent: (width: Int, height: Int)
  /// Whether the file ended early or was damaged on the way; what is missing is grey, or transparent in GIF.
  package let isPartial: Bool
  /// Whether other pictures follow this one in the file.
  package let isAnimated: Bool
}

/// A colour to lay transparent pixels over.
package struct RGB: Hashable, Sendable {
  /// The channels, 0…255 as stored.
  package let red, green, blue: UInt8

  /// Makes a colour.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// What product pictures are usually cut out against.
  package static let white = RGB(red: 255, green: 255, blue: 255)
}
