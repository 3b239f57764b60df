internal import CImaging
internal import Embeddings

/// Decodes untrusted picture files with libturbojpeg, libpng and libwebp, and GIF by itself.
///
/// The format is told by the first bytes; size and pixel count are checked before anything is allocated. EXIF
/// orientation is applied, four-ink JPEG becomes RGB, transparency is laid over a background; of an animation the first
/// picture counts. A value without state: safe to use from any thread.
package struct PictureDecoder: Hashable, Sendable {
  /// The largest file that is read, in bytes.
  package var byteLimit = 32 << 20
  /// The most pixels a header may claim.
  package var pixelLimit = 50_000_000
  /// What transparent pixels are laid over.
  package var background = RGB.white

  /// Makes a decoder with the limits above.
  package init() {}

  /// Decodes every pixel, exactly as the library does by default: what the encoder is defined on.
  /// - Parameter bytes: the whole file.
  /// - Returns: the upright picture with every pixel of the file.
  /// - Throws: `PictureError` when the file is too large, of no known format, or unusable.
  package func decode(_ bytes: [UInt8]) throws(PictureError) -> DecodedPicture {
    let source = try PictureSource(bytes, decoder: self)
    let stored = try source.decoded(least: (0, 0))
    let image = source.orientation.applied(to: stored.image)
    return DecodedPicture(
      image: image, format: source.format, extent: (image.width, image.height), isPartial: stored.isPartial,
      isAnimated: source.isAnimated)
  }

  /// Decodes a picture no larger than `width × height` pixels, its proportions kept; a smaller one stays as it is.
  ///
  /// JPEG and WebP are decoded at the smallest fast scale that is at least twice the result, which is then averaged
  /// over areas: faster than decoding every pixel, and not visibly different.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - width: the most pixels across, at least 1.
  ///   - height: the most pixels down, at least 1.
  /// - Returns: the upright picture, as large as the box allows.
  /// - Throws: `PictureError` when the file is too large, of no known format, or unusable.
  package func decode(
    _ bytes: [UInt8], fittingWidth width: Int, height: Int
  ) throws(PictureError) -> DecodedPicture {
    precondition(width > 0 && height > 0, "a picture can't fit \(width)×\(height) pixels")
    let source = try PictureSource(bytes, decoder: self)
    let isTurned = source.orientation.swapsSides
    let full = try source.extent()
    let target = PixelImage.extent(
      of: full, fitting: isTurned ? (height, width) : (width, height), enlarging: false)
    let stored = try source.decoded(least: (2 * target.width, 2 * target.height))
    let upright = isTurned ? (target.height, target.width) : target
    let image = source.orientation.applied(to: stored.image).scaled(toWidth: upright.0, height: upright.1)
    return DecodedPicture(
      image: image, format: source.format, extent: isTurned ? (full.height, full.width) : full,
      isPartial: stored.isPartial, isAnimated: source.isAnimated)
  }
}
