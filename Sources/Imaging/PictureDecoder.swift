internal import CImaging
internal import Embeddings

/// Decodes untrusted picture files with libturbojpeg, libpng and libwebp.
///
/// The format is told by the first bytes; size and pixel count are checked before anything is allocated. EXIF
/// orientation is applied, four-ink JPEG becomes RGB, transparency is laid over a background. A value without state:
/// safe to use from any thread.
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
    let (format, orientation) = try inspect(bytes)
    return try decode(bytes, as: format, orientation: orientation, least: (0, 0))
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
    let (format, orientation) = try inspect(bytes)
    let full = try plan(bytes, as: format, least: (0, 0))
    let (boxWidth, boxHeight) = orientation.swapsSides ? (height, width) : (width, height)
    let target = PixelImage.extent(
      of: (Int(full.width), Int(full.height)), fitting: (boxWidth, boxHeight), enlarging: false)
    let decoded = try decode(
      bytes, as: format, orientation: orientation, least: (2 * target.width, 2 * target.height))
    let upright = orientation.swapsSides ? (target.height, target.width) : (target.width, target.height)
    return DecodedPicture(
      image: decoded.image.scaled(toWidth: upright.0, height: upright.1), format: format,
      isPartial: decoded.isPartial)
  }

  private func inspect(_ bytes: [UInt8]) throws(PictureError) -> (PictureFormat, Orientation) {
    guard bytes.count <= byteLimit else { throw .tooManyBytes(bytes.count, limit: byteLimit) }
    guard let format = PictureFormat(sniffing: bytes) else { throw .unknownFormat }
    return (format, format == .jpeg ? Orientation(jpeg: bytes) : .upright)
  }

  private func plan(
    _ bytes: [UInt8], as format: PictureFormat, least: (width: Int, height: Int)
  ) throws(PictureError) -> assay_picture_plan {
    var plan = assay_picture_plan()
    let status = assay_plan_picture(
      format.code, bytes, bytes.count, Int32(clamping: least.width), Int32(clamping: least.height), &plan)
    if status == ASSAY_PICTURE_UNSUPPORTED { throw .unsupported(format) }
    guard status == ASSAY_PICTURE_OK else { throw .damaged(format) }
    let (width, height) = (Int(plan.width), Int(plan.height))
    guard width * height <= pixelLimit else {
      throw .tooManyPixels(width: width, height: height, limit: pixelLimit)
    }
    return plan
  }

  private func decode(
    _ bytes: [UInt8], as format: PictureFormat, orientation: Orientation, least: (width: Int, height: Int)
  ) throws(PictureError) -> DecodedPicture {
    var plan = try plan(bytes, as: format, least: least)
    let (width, height) = (Int(plan.decoded_width), Int(plan.decoded_height))
    let under = [background.red, background.green, background.blue]
    var status = ASSAY_PICTURE_DAMAGED
    let pixels = [UInt8](unsafeUninitializedCapacity: assay_plan_bytes(&plan)) { buffer, count in
      status = assay_decode_picture(format.code, bytes, bytes.count, &plan, under, buffer.baseAddress)
      count = status == ASSAY_PICTURE_OK || status == ASSAY_PICTURE_PARTIAL ? width * height * 3 : 0
    }
    guard !pixels.isEmpty else { throw .damaged(format) }
    let stored = PixelImage(width: width, height: height, pixels: pixels)
    return DecodedPicture(
      image: orientation.applied(to: stored), format: format, isPartial: status == ASSAY_PICTURE_PARTIAL)
  }
}
