internal import Embeddings

/// The first picture of a GIF file (Graphics Interchange Format, version 89a), laid over a background.
///
/// Only what a first picture needs is read: the screen's size, colour tables, one graphic control (which colour is
/// transparent), one image. Every offset and every code is checked; nothing is followed twice.
struct GIFPicture {
  let image: PixelImage
  /// Whether the data ended early; what is missing shows the background.
  let isPartial: Bool
  /// Whether other pictures follow.
  let isAnimated: Bool

  /// Reads a file.
  /// - Throws: `PictureError` when it claims too many pixels or breaks its format's rules before its first pixel.
  /// - Complexity: O(bytes + pixels).
  init(_ bytes: [UInt8], background: RGB, pixelLimit: Int) throws(PictureError) {
    var reader = ByteReader(bytes, at: 6)
    guard let width = reader.word(), let height = reader.word(), let flags = reader.byte(), reader.skip(2),
      width > 0, height > 0
    else { throw .damaged(.gif) }
    guard width * height <= pixelLimit else {
      throw .tooManyPixels(width: width, height: height, limit: pixelLimit)
    }
    let common = flags & 0x80 != 0 ? try Self.colours(flags, &reader) : []
    guard let transparent = Self.findImage(&reader) else { throw .damaged(.gif) }
    guard let frame = Frame(&reader), frame.width * frame.height <= pixelLimit else { throw .damaged(.gif) }
    let own = frame.flags & 0x80 != 0 ? try Self.colours(frame.flags, &reader) : common
    guard !own.isEmpty, let depth = reader.byte(), (2...8).contains(depth) else { throw .damaged(.gif) }
    let indices = LZWDecoder.decode(
      reader.takeBlocks(), depth: Int(depth), count: frame.width * frame.height)
    guard !indices.isEmpty else { throw .damaged(.gif) }
    var canvas = Canvas(width: width, height: height, background: background)
    canvas.draw(indices, of: frame, colours: own, transparent: transparent.index)
    image = canvas.image
    isPartial = indices.count < frame.width * frame.height
    isAnimated = Self.findImage(&reader) != nil
  }

  /// Which colour of the next image is transparent.
  private struct Transparency {
    var index: UInt8?
  }

  /// Goes behind the introducer of the next image, past extensions; `nil` when there is none.
  private static func findImage(_ reader: inout ByteReader) -> Transparency? {
    var transparency = Transparency()
    while let introducer = reader.byte() {
      switch introducer {
      case 0x2c: return transparency
      case 0x21:
        guard let label = reader.byte() else { return nil }
        let control = reader.takeBlocks()
        if label == 0xf9, control.count >= 4 {
          transparency.index = control[0] & 1 == 1 ? control[3] : nil
        }
      case 0x00: break  // some writers end a block twice
      default: return nil
      }
    }
    return nil
  }

  /// A colour table: the last three bits of the flags say how long it is.
  private static func colours(_ flags: UInt8, _ reader: inout ByteReader) throws(PictureError) -> [RGB] {
    var colours: [RGB] = []
    for _ in 0..<(2 << Int(flags & 7)) {
      guard let red = reader.byte(), let green = reader.byte(), let blue = reader.byte() else {
        throw .damaged(.gif)
      }
      colours.append(RGB(red: red, green: green, blue: blue))
    }
    return colours
  }
}

/// Where an image stands on the screen of its file.
private struct Frame {
  let left, top, width, height: Int
  let flags: UInt8

  init?(_ reader: inout ByteReader) {
    guard let left = reader.word(), let top = reader.word(), let width = reader.word(),
      let height = reader.word(), let flags = reader.byte(), width > 0, height > 0
    else { return nil }
    (self.left, self.top, self.width, self.height, self.flags) = (left, top, width, height, flags)
  }

  /// The rows in the order in which they are stored.
  var rows: [Int] {
    guard flags & 0x40 != 0 else { return Array(0..<height) }
    return [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { start, step in
      Array(stride(from: start, to: height, by: step))
    }
  }
}

/// The screen that images are drawn on.
private struct Canvas {
  private let width: Int
  private let height: Int
  private var pixels: [UInt8]

  init(width: Int, height: Int, background: RGB) {
    self.width = width
    self.height = height
    pixels = Array(
      repeatElement([background.red, background.green, background.blue], count: width * height).joined())
  }

  var image: PixelImage { PixelImage(width: width, height: height, pixels: pixels) }

  /// Draws what lies on the screen; colours that the table lacks are left out.
  mutating func draw(_ indices: [UInt8], of frame: Frame, colours: [RGB], transparent: UInt8?) {
    let rows = frame.rows
    for (place, index) in indices.enumerated() where index != transparent && Int(index) < colours.count {
      let (x, y) = (frame.left + place % frame.width, frame.top + rows[place / frame.width])
      guard x < width, y < height else { continue }
      let (at, colour) = ((y * width + x) * 3, colours[Int(index)])
      pixels[at] = colour.red
      pixels[at + 1] = colour.green
      pixels[at + 2] = colour.blue
    }
  }
}
