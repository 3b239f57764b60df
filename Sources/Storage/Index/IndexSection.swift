import Relevance

/// One file of an index as its manifest describes it.
package struct IndexSection: Hashable, Sendable, Codable {
  /// What a section holds; the raw value is the name of its file.
  ///
  /// Numbers are little-endian.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Text embeddings: row-major float32, a row for each ordinal, zeros for an item without text.
    case textVectors = "text.f32"
    /// The same as signed bytes xor 0x80, in scanning order.
    case textCodes = "text.i8"
    /// The value of one code step of each row, float32.
    case textScales = "text.scales"
    /// The squared lengths of every prefix, float32.
    case textSquares = "text.squares"
    /// The largest distance of any row's prefix from its codes, a float32 for each prefix length.
    case textResiduals = "text.residuals"
    /// Picture embeddings; this and the four after it likewise.
    case pictureVectors = "pictures.f32"
    /// As `textCodes`.
    case pictureCodes = "pictures.i8"
    /// As `textScales`.
    case pictureScales = "pictures.scales"
    /// As `textSquares`.
    case pictureSquares = "pictures.squares"
    /// As `textResiduals`.
    case pictureResiduals = "pictures.residuals"
    /// Inner products of both sides' prefixes, float32, where there are two sides.
    case crosses = "crosses.f32"
    /// The lexical index in its own serialisation.
    case lexical = "lexical.bin"
    /// The items, an SQLite database.
    case items = "items.sqlite"
    /// What each item's vectors were made from: two `InputDigest` for each ordinal, text first.
    case inputs = "inputs.bin"

    /// Whether every query reads most of it, so that it should be in memory and be checked first; the others are
    /// touched here and there.
    package var isResident: Bool {
      switch self {
      case .textVectors, .pictureVectors, .inputs: false
      default: true
      }
    }
  }

  /// What it holds.
  package let kind: Kind
  /// The size of the file.
  package let bytes: Int
  /// The CRC-32C of the section's block checksums as `checksums.bin` holds them, eight hexadecimal digits.
  package let checksum: String

  init(_ kind: Kind, checksums: BlockChecksums) {
    self.kind = kind
    bytes = checksums.bytes
    checksum = Self.text(of: CRC32C.checksum(of: checksums.values))
  }

  /// How many blocks have a checksum of their own.
  var blockCount: Int { (bytes + BlockChecksums.blockSize - 1) / BlockChecksums.blockSize }

  /// The bytes of a block in the section's file.
  func range(ofBlock block: Int) -> Range<Int> {
    let start = block * BlockChecksums.blockSize
    return start..<min(bytes, start + BlockChecksums.blockSize)
  }

  /// A checksum in eight hexadecimal digits.
  static func text(of checksum: UInt32) -> String {
    Hexadecimal.string(of: stride(from: 24, through: 0, by: -8).map { UInt8(checksum >> UInt32($0) & 0xff) })
  }
}
