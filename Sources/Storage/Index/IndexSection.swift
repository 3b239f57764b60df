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
    let value = CRC32C.checksum(of: content)
    return Hexadecimal.string(
      of: stride(from: 24, through: 0, by: -8).map { UInt8(value >> UInt32($0) & 0xff) })
  }
}
