internal import Embeddings

/// How a camera held the picture it stored: EXIF tag 0x0112, values 1 to 8.
enum Orientation: Int, CaseIterable, Hashable, Sendable {
  case upright = 1, mirrored, upsideDown, flipped, transposed, rotatedLeft, transversed, rotatedRight

  /// Whether the upright picture's width is the stored height.
  var swapsSides: Bool { rawValue >= Self.transposed.rawValue }

  /// Puts a stored picture upright.
  func applied(to image: PixelImage) -> PixelImage {
    guard self != .upright else { return image }
    let (width, height) = swapsSides ? (image.height, image.width) : (image.width, image.height)
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
      image.pixels.withUnsafeBufferPointer { stored in
        var to = 0
        for row in 0..<height {
          for column in 0..<width {
            let from = storedPosition(column: column, row: row, of: image)
            for channel in 0..<3 { buffer[to + channel] = stored[from + channel] }
            to += 3
          }
        }
      }
      count = width * height * 3
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  /// The offset, in the stored picture, of the pixel that belongs at a position of the upright one.
  private func storedPosition(column: Int, row: Int, of image: PixelImage) -> Int {
    let (right, bottom) = (image.width - 1, image.height - 1)
    let (x, y) =
      switch self {
      case .upright: (column, row)
      case .mirrored: (right - column, row)
      case .upsideDown: (right - column, bottom - row)
      case .flipped: (column, bottom - row)
      case .transposed: (row, column)
      case .rotatedLeft: (row, bottom - column)
      case .transversed: (right - row, bottom - column)
      case .rotatedRight: (right - row, column)
      }
    return (y * image.width + x) * 3
  }
}

extension Orientation {
  /// Finds the orientation in a JPEG, PNG (`eXIf`) or WebP file (`EXIF`); anything missing, odd or cut off means upright.
  ///
  /// Follows segments or chunks to the metadata, then TIFF's first directory (EXIF 2.3 §4.5, TIFF 6.0 §2). Every offset is
  /// checked; nothing is followed twice.
  /// - Complexity: O(segments + directory entries).
  init(_ bytes: [UInt8], as format: PictureFormat) {
    let metadata: ArraySlice<UInt8>? =
      switch format {
      case .jpeg: Self.exifSegment(of: bytes)
      case .png: Self.chunk("eXIf", of: bytes, from: 8, nameFirst: false)
      case .webp: Self.chunk("EXIF", of: bytes, from: 12, nameFirst: true)
      case .gif: nil
      }
    self =
      metadata.flatMap { Self(tiff: $0.starts(with: "Exif\0\0".utf8) ? $0.dropFirst(6) : $0) } ?? .upright
  }

  /// The body of the first chunk of a name: PNG has the length first, high byte first, and a checksum behind; WebP has
  /// the name first, the low byte first, and fills up to even lengths.
  private static func chunk(
    _ name: String, of bytes: [UInt8], from start: Int, nameFirst: Bool
  ) -> ArraySlice<UInt8>? {
    var reader = ByteReader(bytes, at: start)
    while let first = reader.take(4), let second = reader.take(4) {
      let digits = nameFirst ? Array(second.reversed()) : Array(first)
      let length = digits.reduce(0) { $0 << 8 | Int($1) }
      guard let body = reader.take(length) else { return nil }
      if (nameFirst ? first : second).elementsEqual(name.utf8) { return body }
      _ = reader.skip(nameFirst ? length % 2 : 4)
    }
    return nil
  }

  private static func exifSegment(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xff {
      let marker = bytes[offset + 1]
      if marker == 0xff {
        offset += 1  // padding before a marker
        continue
      }
      // Start of scan or end of image: no metadata follows.
      if marker == 0xda || marker == 0xd9 { return nil }
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      guard length >= 2, offset + 2 + length <= bytes.count else { return nil }
      let body = bytes[(offset + 4)..<(offset + 2 + length)]
      if marker == 0xe1, body.starts(with: Array("Exif\0\0".utf8)) { return body }
      offset += 2 + length
    }
    return nil
  }

  private init?(tiff: ArraySlice<UInt8>) {
    let bytes = Array(tiff)
    let isLittle: Bool
    if bytes.starts(with: Array("II".utf8)) {
      isLittle = true
    } else if bytes.starts(with: Array("MM".utf8)) {
      isLittle = false
    } else {
      return nil
    }
    func number(at offset: Int, bytes count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      let field = bytes[offset..<(offset + count)]
      return (isLittle ? Array(field.reversed()) : Array(field)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(at: 2, bytes: 2) == 42, let directory = number(at: 4, bytes: 4),
      let entries = number(at: directory, bytes: 2)
    else { return nil }
    for entry in 0..<entries {
      let at = directory + 2 + 12 * entry
      guard let tag = number(at: at, bytes: 2) else { return nil }
      guard tag == 0x0112 else { continue }
      // Type 3 is SHORT; one value, kept in the entry itself.
      guard number(at: at + 2, bytes: 2) == 3, number(at: at + 4, bytes: 4) == 1,
        let value = number(at: at + 8, bytes: 2)
      else { return nil }
      self.init(rawValue: value)
      return
    }
    return nil
  }
}
