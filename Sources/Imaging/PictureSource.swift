internal import CImaging
internal import Embeddings

/// A file of a known format, before it is decoded.
struct PictureSource {
  let format: PictureFormat
  let orientation: Orientation
  private let decoder: PictureDecoder
  /// The file, or the first picture of an animation as a file of its own.
  private let bytes: [UInt8]
  private let animation: WebPAnimation?
  private let gif: GIFPicture?

  /// Looks at a file, without decoding it unless it is a GIF.
  init(_ bytes: [UInt8], decoder: PictureDecoder) throws(PictureError) {
    guard bytes.count <= decoder.byteLimit else {
      throw .tooManyBytes(bytes.count, limit: decoder.byteLimit)
    }
    guard let format = PictureFormat(sniffing: bytes) else { throw .unknownFormat }
    self.format = format
    self.decoder = decoder
    orientation = Orientation(bytes, as: format)
    animation = format == .webp ? WebPAnimation(bytes) : nil
    self.bytes = animation?.still ?? bytes
    gif =
      format == .gif
      ? try GIFPicture(bytes, background: decoder.background, pixelLimit: decoder.pixelLimit) : nil
    if let animation { try decoder.check(width: animation.width, height: animation.height) }
  }

  /// Whether other pictures follow the first.
  var isAnimated: Bool { gif?.isAnimated ?? animation?.isAnimated ?? false }

  /// The pixels of the whole picture, as stored.
  func extent() throws(PictureError) -> (width: Int, height: Int) {
    if let gif { return (gif.image.width, gif.image.height) }
    if let animation { return (animation.width, animation.height) }
    let plan = try plan(least: (0, 0))
    return (Int(plan.width), Int(plan.height))
  }

  /// The picture as stored, at the smallest fast scale of at least `least` pixels, or whole for (0, 0).
  func decoded(least: (width: Int, height: Int)) throws(PictureError) -> (image: PixelImage, isPartial: Bool)
  {
    if let gif { return (gif.image, gif.isPartial) }
    guard let animation else { return try decodeStill(least: least) }
    let frame = try decodeStill(least: (0, 0))
    let canvas = PixelImage(
      width: animation.width, height: animation.height,
      pixels: Array(
        repeatElement(
          [decoder.background.red, decoder.background.green, decoder.background.blue],
          count: animation.width * animation.height
        ).joined()))
    return (canvas.covered(by: frame.image, x: animation.left, y: animation.top), frame.isPartial)
  }

  private func plan(least: (width: Int, height: Int)) throws(PictureError) -> assay_picture_plan {
    var plan = assay_picture_plan()
    let status = assay_plan_picture(
      format.code, bytes, bytes.count, Int32(clamping: least.width), Int32(clamping: least.height), &plan)
    if status == ASSAY_PICTURE_UNSUPPORTED { throw .unsupported(format) }
    guard status == ASSAY_PICTURE_OK else { throw .damaged(format) }
    try decoder.check(width: Int(plan.width), height: Int(plan.height))
    return plan
  }

  private func decodeStill(
    least: (width: Int, height: Int)
  ) throws(PictureError) -> (image: PixelImage, isPartial: Bool) {
    var plan = try plan(least: least)
    let (width, height) = (Int(plan.decoded_width), Int(plan.decoded_height))
    let under = [decoder.background.red, decoder.background.green, decoder.background.blue]
    var status = ASSAY_PICTURE_DAMAGED
    let pixels = [UInt8](unsafeUninitializedCapacity: assay_plan_bytes(&plan)) { buffer, count in
      status = assay_decode_picture(format.code, bytes, bytes.count, &plan, under, buffer.baseAddress)
      count = status == ASSAY_PICTURE_OK || status == ASSAY_PICTURE_PARTIAL ? width * height * 3 : 0
    }
    guard !pixels.isEmpty else { throw .damaged(format) }
    return (PixelImage(width: width, height: height, pixels: pixels), status == ASSAY_PICTURE_PARTIAL)
  }
}

extension PictureDecoder {
  /// Refuses more pixels than will be allocated.
  func check(width: Int, height: Int) throws(PictureError) {
    guard width * height <= pixelLimit else {
      throw .tooManyPixels(width: width, height: height, limit: pixelLimit)
    }
  }
}

extension PixelImage {
  /// The picture with another one drawn on it; what reaches beyond it is left out.
  fileprivate func covered(by other: PixelImage, x: Int, y: Int) -> PixelImage {
    let columns = min(other.width, width - x)
    guard columns > 0 else { return self }
    var result = pixels
    for row in 0..<max(0, min(other.height, height - y)) {
      let (from, to) = (row * other.width * 3, ((y + row) * width + x) * 3)
      result.replaceSubrange(to..<to + columns * 3, with: other.pixels[from..<from + columns * 3])
    }
    return PixelImage(width: width, height: height, pixels: result)
  }
}
