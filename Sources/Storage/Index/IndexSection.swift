import Relevance

/// One file of an index as its manifest describes it.
package struct IndexSection: Hashable, Sendable, Codable {
  /// What a section holds; the raw value is the name of its file.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Text embeddings: row-major little-endian float32, a row for each ordinal.
    case textVectors = "text.f32"
    /// Picture embeddings, likewise.
    case pictureVectors = "pictures.f32"
    /// The lexical index in its own serialisation.
    case lexical = "lexical.bin"
    /// The items, an SQLite database.
    case items = "items.sqlite"
  }

  /// What it holds.
  package let kind: Kind
  /// The size of the file.
  package let bytes: Int
  /// The CRC-32C of the file's bytes, eight hexadecimal digits.
  package let checksum: String

  /// Describes a file by its content.
  init<Element: BitwiseCopyable>(_ kind: Kind, content: [Element]) {
    self.kind = kind
    bytes = content.count * MemoryLayout<Element>.stride
    checksum = Self.checksum(of: content)
  }

  /// Whether the content is the one described.
  func describes<Element: BitwiseCopyable>(_ content: [Element]) -> Bool {
    content.count * MemoryLayout<Element>.stride == bytes && Self.checksum(of: content) == checksum
  }

  private static func checksum<Element: BitwiseCopyable>(of content: [Element]) -> String {
    var checksum = CRC32C()
    content.withUnsafeBytes { checksum.update($0) }
    return text(of: checksum)
  }

  private static func text(of checksum: CRC32C) -> String {
    Hexadecimal.string(
      of: stride(from: 24, through: 0, by: -8).map { UInt8(checksum.value >> UInt32($0) & 0xff) })
  }
}

extension IndexSection {
  private static let blockSize = 1 << 20

  /// Describes a file, reading it block by block.
  init(_ kind: Kind, file: OpenFile) throws(StorageError) {
    self.kind = kind
    var checksum = CRC32C()
    var offset = 0
    while true {
      let block = try file.read(Self.blockSize, at: offset)
      if block.isEmpty { break }
      block.withUnsafeBytes { checksum.update($0) }
      offset += block.count
    }
    bytes = offset
    self.checksum = Self.text(of: checksum)
  }
}
