import Glibc

/// The lines of a file of any size, read in blocks.
struct LineSource {
  /// A line without its terminator (`\n` or `\r\n`).
  struct Line {
    let number: Int
    /// Where the line begins in the file.
    let offset: Int
    let bytes: [UInt8]
  }

  private static let blockSize = 1 << 18

  let path: String
  /// The size of the file when it was opened, in bytes.
  let size: Int
  /// The longest line accepted, in bytes.
  private let limit: Int
  /// Where reading ends, whatever the file holds beyond.
  private let end: Int
  private let file: OpenFile
  private var block: [UInt8] = []
  private var position = 0
  private var blockOffset = 0
  private var number = 0

  /// Opens a file, to be read up to the byte `end` or to its own end, whichever comes first.
  init(
    _ path: String, longestLine limit: Int = 64 << 20, upTo end: Int = .max
  ) throws(StorageError) {
    self.path = path
    self.limit = limit
    self.end = end
    file = try OpenFile(path, for: .reading)
    size = try file.size()
  }

  /// Where the next line begins.
  var offset: Int { blockOffset + position }

  /// The next line, or `nil` at the end; a byte-order mark at the start of the file is skipped.
  ///
  /// After an error about a line that is too long the source goes on with the line after it.
  mutating func next() throws(StorageError) -> Line? {
    let start = offset
    var bytes: [UInt8] = []
    var length = 0
    while true {
      if position == block.count {
        try readBlock()
        if block.isEmpty { break }
      }
      let end = lineEnd
      length += end - position
      if length <= limit { bytes.append(contentsOf: block[position..<end]) }
      position = end
      if end < block.count { break }
    }
    let isTerminated = position < block.count
    guard isTerminated || length > 0 else { return nil }
    if isTerminated { position += 1 }
    number += 1
    guard length <= limit else {
      throw .malformedLine(path: path, line: number, reason: "the line is longer than \(limit >> 20) MiB")
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if start == 0, bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    return Line(number: number, offset: start, bytes: bytes)
  }

  /// Goes back so that `line` was the last one read.
  mutating func rewind(toAfter line: Line) throws(StorageError) {
    block = []
    position = 0
    blockOffset = line.offset
    number = line.number - 1
    _ = try next()
  }

  /// The position of the next line feed in the block, or the block's end.
  private var lineEnd: Int {
    block.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + position, CInt(UInt8(ascii: "\n")), bytes.count - position)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func readBlock() throws(StorageError) {
    blockOffset += block.count
    position = 0
    block = try file.read(min(Self.blockSize, max(0, end - blockOffset)), at: blockOffset)
  }
}
