import Embeddings
import Relevance

/// A file of the vector cache, read: vectors of one encoder, found by what they were made from.
///
/// A header of 64 bytes: `assayvec`, the version and the vectors' components in 4 bytes each, the SHA-256 of the
/// encoder's fingerprint, 12 zero bytes, the CRC-32C of all these. Then blocks, each the outcome of one batch: `BLOK`,
/// how many vectors, the CRC-32C of their entries and 0 in 4 bytes each; the entries, each the input's digest, its side
/// and the vector's CRC-32C; the vectors. Everything little-endian. Files only grow, and only by whole blocks: one that
/// is not whole at the end was being written when somebody looked, or its writer was killed.
struct VectorSegment: Sendable {
  /// What is at the end of a file.
  enum End: Hashable, Sendable {
    /// A whole block, or the header: more may be appended.
    case whole
    /// A part of a block that was never finished.
    case unfinished
    /// Something else than was written.
    case damaged
  }

  static let suffix = ".vectors"

  let path: String
  let end: End
  /// Where each vector lies, and its checksum.
  let places: [VectorKey: Place]
  private let mapping: Mapping
  private let dimensions: Int

  /// Where a vector lies in the file.
  struct Place: Hashable, Sendable {
    let offset: Int
    let checksum: UInt32
  }

  /// Reads what the file at `path` has of the vectors of `encoder`; the vectors themselves are not touched.
  init(_ path: String, of encoder: EncoderCard) throws(StorageError) {
    self.path = path
    mapping = try Mapping(path)
    dimensions = encoder.fullLength
    var reader = BlockReader(bytes: mapping.bytes, dimensions: dimensions)
    end = reader.readAll(after: Self.header(of: encoder))
    places = reader.places
  }

  /// The vector at a place; `nil` when it is not the one that was written.
  func vector(at place: Place) -> [Float]? {
    let bytes = UnsafeRawBufferPointer(
      rebasing: mapping.bytes[place.offset..<place.offset + dimensions * MemoryLayout<Float>.stride])
    var checksum = CRC32C()
    checksum.update(bytes)
    guard checksum.value == place.checksum else { return nil }
    return [Float](unsafeUninitializedCapacity: dimensions) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      count = dimensions
    }
  }

  /// The first bytes of every file with vectors of an encoder.
  static func header(of encoder: EncoderCard) -> [UInt8] {
    var hash = SHA256()
    hash.update(encoder.fingerprint)
    let start =
      Array("assayvec".utf8) + bytes(of: [1, UInt32(encoder.fullLength)]) + hash.digest()
      + [UInt8](repeating: 0, count: 12)
    return start + bytes(of: [CRC32C.checksum(of: start)])
  }

  /// A block of vectors as it lies in the file.
  static func block(_ vectors: [(key: VectorKey, vector: [Float])]) -> [UInt8] {
    let entries = vectors.map { Entry($0.key, checksum: CRC32C.checksum(of: $0.vector)) }
    var block = bytes(of: [blockMark, UInt32(vectors.count), CRC32C.checksum(of: entries), 0])
    entries.withUnsafeBytes { block.append(contentsOf: $0) }
    for (_, vector) in vectors { vector.withUnsafeBytes { block.append(contentsOf: $0) } }
    return block
  }

  /// Bytes of a block of so many vectors.
  static func blockSize(of count: Int, dimensions: Int) -> Int {
    16 + count * (MemoryLayout<Entry>.stride + dimensions * MemoryLayout<Float>.stride)
  }

  private static func bytes(of numbers: [UInt32]) -> [UInt8] {
    numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// `BLOK`.
  fileprivate static let blockMark: UInt32 = 0x4b4f_4c42

  /// What stands before the vectors of a block about one of them.
  fileprivate struct Entry: BitwiseCopyable {
    let digest: InputDigest
    let side: UInt32
    let checksum: UInt32

    init(_ key: VectorKey, checksum: UInt32) {
      digest = key.digest
      side = key.side == .text ? 0 : 1
      self.checksum = checksum
    }

    var key: VectorKey? {
      side < 2 ? VectorKey(side: side == 0 ? .text : .picture, digest: digest) : nil
    }
  }
}

/// Walks over the blocks of a file.
private struct BlockReader {
  let bytes: UnsafeRawBufferPointer
  let dimensions: Int
  private(set) var places: [VectorKey: VectorSegment.Place] = [:]

  private static let headerSize = 16

  init(bytes: UnsafeRawBufferPointer, dimensions: Int) {
    (self.bytes, self.dimensions) = (bytes, dimensions)
  }

  /// Reads block after block up to the first that is not sound.
  mutating func readAll(after header: [UInt8]) -> VectorSegment.End {
    guard bytes.count >= header.count else {
      return header.starts(with: bytes) ? .unfinished : .damaged
    }
    guard bytes.starts(with: header) else { return .damaged }
    var position = header.count
    while position < bytes.count {
      let (next, end) = readBlock(at: position)
      guard let next else { return end }
      position = next
    }
    return .whole
  }

  /// - Returns: where the next block begins; or `nil`, and what is wrong with this one.
  private mutating func readBlock(at position: Int) -> (next: Int?, end: VectorSegment.End) {
    let entrySize = MemoryLayout<VectorSegment.Entry>.stride
    guard position + Self.headerSize <= bytes.count else { return (nil, .unfinished) }
    guard number(at: position) == VectorSegment.blockMark else { return (nil, .damaged) }
    let count = Int(number(at: position + 4))
    let start = position + Self.headerSize
    let vectors = start + count * entrySize
    let next = vectors + count * dimensions * MemoryLayout<Float>.stride
    // A count that is wrong leads behind the end as well; nothing worse comes of it than of a block that is short.
    guard next <= bytes.count else { return (nil, .unfinished) }
    var checksum = CRC32C()
    checksum.update(UnsafeRawBufferPointer(rebasing: bytes[start..<vectors]))
    guard checksum.value == number(at: position + 8) else { return (nil, .damaged) }
    for index in 0..<count {
      let entry = bytes.loadUnaligned(
        fromByteOffset: start + index * entrySize, as: VectorSegment.Entry.self)
      guard let key = entry.key else { return (nil, .damaged) }
      let offset = vectors + index * dimensions * MemoryLayout<Float>.stride
      places[key] = VectorSegment.Place(offset: offset, checksum: entry.checksum)
    }
    return (next, .whole)
  }

  private func number(at position: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
  }
}

extension EncoderCard {
  /// Components of an uncut vector.
  var fullLength: Int { dimensions[dimensions.count - 1] }
}
