/// A file of an index that is written from its beginning to its end, with its checksums.
struct SectionWriter {
  private static let bufferSize = 1 << 20

  let kind: IndexSection.Kind
  private let file: OpenFile
  private var buffer: [UInt8] = []
  private var checksums = BlockChecksums()

  init(_ kind: IndexSection.Kind, in folder: String) throws(StorageError) {
    self.kind = kind
    file = try OpenFile(Path.join(folder, kind.rawValue), for: .creating)
  }

  /// Adds elements as they lie in memory.
  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) throws(StorageError) {
    elements.withUnsafeBytes { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds memory of any size without copying it.
  mutating func append(bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try flush()
    try file.write(bytes: bytes)
    checksums.update(bytes)
  }

  /// Adds `count` zero bytes.
  mutating func appendZeros(_ count: Int) throws(StorageError) {
    var rest = count
    while rest > 0 {
      let piece = min(rest, Self.bufferSize)
      try append([UInt8](repeating: 0, count: piece))
      rest -= piece
    }
  }

  /// Completes the file and waits until it is on the disk.
  mutating func finish() throws(StorageError) -> FinishedSection {
    try flush()
    try file.sync()
    checksums.finish()
    return FinishedSection(kind, checksums)
  }

  private mutating func flush() throws(StorageError) {
    try file.write(buffer)
    buffer.withUnsafeBytes { checksums.update($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// A section that lies on the disk, with the checksums of its blocks.
struct FinishedSection {
  let section: IndexSection
  let checksums: [UInt32]

  init(_ kind: IndexSection.Kind, _ checksums: BlockChecksums) {
    section = IndexSection(kind, checksums: checksums)
    self.checksums = checksums.values
  }
}
