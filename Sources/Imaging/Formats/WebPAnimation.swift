/// What has to be known of an animated WebP file to show its first picture (WebP Container Specification).
struct WebPAnimation {
  /// The canvas in pixels.
  let width, height: Int
  /// Where the first picture stands on it.
  let left, top: Int
  /// The first picture as a file of its own.
  let still: [UInt8]
  /// Whether other pictures follow.
  let isAnimated: Bool

  /// Looks for the first picture; `nil` when the file is no animation, or one without any.
  init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes, at: 12)
    var canvas: (width: Int, height: Int)?
    var frames: [ArraySlice<UInt8>] = []
    while frames.count < 2, let chunk = Chunk(&reader) {
      switch chunk.name {
      case "VP8X":
        var header = ByteReader(Array(chunk.body), at: 0)
        guard let flags = header.byte(), flags & 2 != 0, header.skip(3), let width = header.number(bytes: 3),
          let height = header.number(bytes: 3)
        else { return nil }
        canvas = (width + 1, height + 1)
      case "ANMF": frames.append(chunk.body)
      default: break
      }
    }
    guard let canvas, let frame = frames.first else { return nil }
    var header = ByteReader(Array(frame), at: 0)
    guard let left = header.number(bytes: 3), let top = header.number(bytes: 3),
      let width = header.number(bytes: 3), let height = header.number(bytes: 3), header.skip(4)
    else { return nil }
    guard let still = Self.still(&header, width: width, height: height) else { return nil }
    (self.width, self.height) = canvas
    (self.left, self.top) = (2 * left, 2 * top)
    self.still = still
    isAnimated = frames.count > 1
  }

  /// The chunks of a frame as a file; `width` and `height` are one less than they mean, as the format has them.
  private static func still(_ reader: inout ByteReader, width: Int, height: Int) -> [UInt8]? {
    var (alpha, pixels) = ([UInt8](), [UInt8]())
    while pixels.isEmpty, let chunk = Chunk(&reader) {
      if chunk.name == "ALPH" { alpha = chunk.bytes }
      if chunk.name == "VP8 " || chunk.name == "VP8L" { pixels = chunk.bytes }
    }
    guard !pixels.isEmpty else { return nil }
    var body = Array("WEBP".utf8)
    if !alpha.isEmpty {
      // Transparency beside lossy pixels is only read in the extended form.
      body +=
        Array("VP8X".utf8) + little(10, 4) + [0x10, 0, 0, 0] + little(width, 3) + little(height, 3) + alpha
    }
    body += pixels
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  /// A part of the file: a name of four letters, a length, a body.
  private struct Chunk {
    let name: String
    let body: ArraySlice<UInt8>

    init?(_ reader: inout ByteReader) {
      guard let name = reader.take(4), let length = reader.number(bytes: 4), let body = reader.take(length)
      else { return nil }
      if length % 2 == 1 { _ = reader.skip(1) }
      self.name = String(decoding: name, as: UTF8.self)
      self.body = body
    }

    /// The chunk as it stands in a file.
    var bytes: [UInt8] {
      Array(name.utf8) + WebPAnimation.little(body.count, 4) + body + (body.count % 2 == 1 ? [0] : [])
    }
  }

  fileprivate static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xff) }
  }
}
