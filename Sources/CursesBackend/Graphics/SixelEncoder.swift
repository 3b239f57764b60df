internal import CSixel
package import Embeddings
package import TerminalUI

/// Encodes pictures as sixel, DEC's bitmap format, by libsixel.
///
/// A value without state: safe from any thread, and meant for one that may be kept busy (about 2 ms for 120×120).
package struct SixelEncoder: GraphicsEncoder, Hashable {
  /// The most colours of a picture's own palette, 2…256.
  package let colours: Int
  /// Pixels of one cell down, of which a number of rows have to make whole sixels.
  let cellHeight: Int
  private let mostWidth: Int
  private let mostHeight: Int

  /// Makes an encoder; the number of colours is brought into 2…256.
  package init(
    colours: Int, cellHeight: Int = Self.sixelHeight, mostPixels: (width: Int, height: Int) = (.max, .max)
  ) {
    self.colours = min(256, max(2, colours))
    self.cellHeight = cellHeight
    (mostWidth, mostHeight) = mostPixels
  }

  /// A sixel is a column of so many pixels.
  package static let sixelHeight = 6

  package var mostPixels: (width: Int, height: Int) { (mostWidth, mostHeight) }

  package var rowQuantum: Int {
    (1...Self.sixelHeight).first { ($0 * cellHeight).isMultiple(of: Self.sixelHeight) } ?? Self.sixelHeight
  }

  /// Half the colours; two are the fewest.
  package var coarser: (any GraphicsEncoder)? {
    colours > 2
      ? SixelEncoder(colours: colours / 2, cellHeight: cellHeight, mostPixels: mostPixels) : nil
  }

  package func encode(_ image: PixelImage, cells: Size) throws(GraphicsFailure) -> Graphic? {
    .painted(try encode(image))
  }

  /// The whole device control string of a picture, 7-bit, raster attributes included, nothing after it.
  /// - Parameter image: the pixels, one for one.
  /// - Returns: bytes that paint with the cursor's cell as the top left corner.
  /// - Throws: `GraphicsFailure` when libsixel refuses.
  package func encode(_ image: PixelImage) throws(GraphicsFailure) -> [UInt8] {
    let sink = ByteSink()
    // The closure is called during sixel_encode only, while `sink` is alive.
    var output: OpaquePointer?
    let made = sixel_output_new(
      &output,
      { data, size, sink in
        guard let data, let sink else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(size))
        Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: bytes)
        return size
      }, Unmanaged.passUnretained(sink).toOpaque(), nil)
    guard made == SIXEL_OK, let output else { throw .sixel(made) }
    defer { sixel_output_unref(output) }
    sixel_output_set_encode_policy(output, SIXEL_ENCODEPOLICY_SIZE)

    // A dither carries the palette, so every picture has its own.
    var dither: OpaquePointer?
    let prepared = sixel_dither_new(&dither, Int32(colours), nil)
    guard prepared == SIXEL_OK, let dither else { throw .sixel(prepared) }
    defer { sixel_dither_unref(dither) }
    let status = withExtendedLifetime(sink) { Self.run(dither, output, on: image) }
    guard status == SIXEL_OK else { throw .sixel(status) }
    // What grew piece by piece has room for as much again, and these are kept.
    return sink.bytes.withUnsafeBufferPointer(Array.init)
  }

  private static func run(_ dither: OpaquePointer, _ output: OpaquePointer, on image: PixelImage)
    -> SIXELSTATUS
  {
    let (width, height) = (Int32(image.width), Int32(image.height))
    var pixels = image.pixels  // libsixel may write into its input
    return pixels.withUnsafeMutableBufferPointer { buffer in
      let status = sixel_dither_initialize(
        dither, buffer.baseAddress, width, height, Int32(SIXEL_PIXELFORMAT_RGB888), Int32(SIXEL_LARGE_AUTO),
        Int32(SIXEL_REP_AUTO), Int32(SIXEL_QUALITY_LOW))
      guard status == SIXEL_OK else { return status }
      sixel_dither_set_pixelformat(dither, Int32(SIXEL_PIXELFORMAT_RGB888))
      sixel_dither_set_diffusion_type(dither, Int32(SIXEL_DIFFUSE_FS))
      return sixel_encode(buffer.baseAddress, width, height, 3, dither, output)
    }
  }
}

/// Where libsixel's output callback puts its bytes.
private final class ByteSink {
  var bytes: [UInt8] = []
}
