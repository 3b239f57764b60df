/// The CRC-32C of every mebibyte of a file, fed piece by piece: what a later check compares, block by block.
struct BlockChecksums {
  static let blockSize = 1 << 20

  /// The checksums of the blocks that are complete.
  private(set) var values: [UInt32] = []
  /// How many bytes were fed.
  private(set) var bytes = 0
  private var current = CRC32C()

  mutating func update(_ piece: UnsafeRawBufferPointer) {
    var rest = piece
    while !rest.isEmpty {
      let room = Self.blockSize - bytes % Self.blockSize
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(room))
      current.update(part)
      bytes += part.count
      rest = UnsafeRawBufferPointer(rebasing: rest[part.count...])
      if bytes.isMultiple(of: Self.blockSize) { endBlock() }
    }
  }

  /// Completes the last block, when one is open; nothing may be fed afterwards.
  mutating func finish() {
    if !bytes.isMultiple(of: Self.blockSize) { endBlock() }
  }

  private mutating func endBlock() {
    values.append(current.value)
    current = CRC32C()
  }
}

extension BlockChecksums {
  /// The checksums of memory.
  init(of memory: UnsafeRawBufferPointer) {
    update(memory)
    finish()
  }

  /// The checksums of a file; `pause` is called before each block.
  init(of file: OpenFile, pause: () -> Void = {}) throws(StorageError) {
    var offset = 0
    while true {
      pause()
      let piece = try file.read(Self.blockSize, at: offset)
      if piece.isEmpty { break }
      piece.withUnsafeBytes { update($0) }
      offset += piece.count
    }
    finish()
  }
}
