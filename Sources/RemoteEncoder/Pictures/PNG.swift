internal import CZlib
package import Embeddings

/// Writes pictures as PNG (RFC 2083): 8-bit RGB, without loss, so that whoever reads them sees the same pixels.
package enum PNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// The bytes of a file; `nil` when memory is out.
  package static func file(of picture: PixelImage) -> [UInt8]? {
    guard let compressed = compressed(filtered(picture)) else { return nil }
    var header = bytes(UInt32(picture.width)) + bytes(UInt32(picture.height))
    header += [8, 2, 0, 0, 0]  // bits, RGB, deflate, the five filters, not interlaced
    return signature + chunk("IHDR", header) + chunk("IDAT", compressed) + chunk("IEND", [])
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  private static func chunk(_ name: StaticString, _ content: [UInt8]) -> [UInt8] {
    let named = name.withUTF8Buffer { Array($0) } + content
    let checksum = UInt32(truncatingIfNeeded: crc32(0, named, uInt(named.count)))
    return bytes(UInt32(content.count)) + named + bytes(checksum)
  }

  /// The rows, each with the differences to its left or upper neighbours, whichever are smaller in sum.
  private static func filtered(_ picture: PixelImage) -> [UInt8] {
    let stride = picture.width * 3
    var rows: [UInt8] = []
    rows.reserveCapacity((stride + 1) * picture.height)
    for row in 0..<picture.height {
      let start = row * stride
      let left = (start..<start + stride).map { index in
        picture.pixels[index] &- (index - start < 3 ? 0 : picture.pixels[index - 3])
      }
      let up =
        row == 0 ? nil : (start..<start + stride).map { picture.pixels[$0] &- picture.pixels[$0 - stride] }
      if let up, cost(up) < cost(left) {
        rows.append(2)
        rows += up
      } else {
        rows.append(1)
        rows += left
      }
    }
    return rows
  }

  /// The sum of the differences' sizes, the usual guess at how well a row compresses.
  private static func cost(_ differences: [UInt8]) -> Int {
    differences.reduce(0) { $0 + Int(Int8(bitPattern: $1).magnitude) }
  }

  private static func compressed(_ content: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(content.count))
    var code = Z_OK
    let result = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      code = compress2(buffer.baseAddress, &count, content, uLong(content.count), 6)
      initialized = code == Z_OK ? Int(count) : 0
    }
    return code == Z_OK ? result : nil
  }
}
