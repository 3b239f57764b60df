package import Embeddings
import Glibc
package import Retrieval

/// An index that lies in a folder, complete and of this program's version.
///
/// Sections are mapped, not read: opening costs the same for any size, and what has been opened stays valid when the
/// index is replaced meanwhile. Their content is compared with its checksums by `IndexCheck`, whenever somebody has
/// the time.
package struct IndexArchive: Sendable {
  /// Whether the system tells which pages of the index are in memory: only those who own its files, or may write them.
  ///
  /// To others it says that all are (Linux since 5.2).
  package var revealsResidency: Bool {
    let file = Path.join(path, IndexManifest.fileName)
    var status = stat()
    return stat(file, &status) == 0 && (status.st_uid == geteuid() || access(file, W_OK) == 0)
  }

  /// The file with the checksums of all blocks: 32 bits for each, section after section.
  static let checksumsName = "checksums.bin"

  /// The folder, absolute and without symbolic links.
  package let path: String
  /// What the index is made of.
  package let manifest: IndexManifest
  private let blockChecksums: [IndexSection.Kind: [UInt32]]

  /// Opens an index and checks that all its files are there in full length.
  ///
  /// When replacing the index was interrupted, the old one is brought back first.
  /// - Throws: `StorageError.missing` when there is none, or a part of it is not there, `mismatch` for another version,
  ///   `malformed` with the name of the damaged file.
  /// - Complexity: O(blocks of a mebibyte).
  package init(_ path: String) throws(StorageError) {
    let real = Path.futureReal(path)
    if !Path.exists(real), Path.exists(IndexFolder.aside(real)) { try Self.recover(real) }
    guard Path.exists(Path.join(real, IndexManifest.fileName)) else {
      throw .missing(path: path, remedy: "make an index with: assay index CATALOG")
    }
    self.path = real
    let manifest = try IndexManifest.read(folder: real)
    self.manifest = manifest
    let command = Self.rebuildCommand(index: real, source: manifest.source)
    for section in manifest.sections {
      let file = Path.join(real, section.kind.rawValue)
      guard Path.exists(file) else { throw Self.lacking(file, command) }
      let size = try OpenFile(file, for: .reading).size()
      guard size == section.bytes else {
        throw Self.damaged(file, "\(size) bytes instead of \(section.bytes)", command)
      }
    }
    let checksums = Path.join(real, Self.checksumsName)
    guard Path.exists(checksums) else { throw Self.lacking(checksums, command) }
    guard let checked = Self.blockChecksums(of: manifest.sections, in: try AtomicFile.read(checksums)) else {
      throw Self.damaged(checksums, "it is not what the manifest says", command)
    }
    blockChecksums = checked
  }

  /// Whether an index, or one whose replacement was interrupted, lies at `path`.
  package static func exists(_ path: String) -> Bool {
    [path, IndexFolder.aside(Path.futureReal(path))].contains(where: IndexFolder.holdsIndex)
  }

  /// The build that was opened.
  package var generation: IndexGeneration {
    IndexGeneration(number: manifest.generation, checksum: manifest.checksum)
  }

  /// The folder of the catalogue as the index remembers it; it may have moved.
  package var catalogueFolder: String {
    let folder = Path.join(path, manifest.source.catalogue)
    return Path.real(folder) ?? folder
  }

  /// The command that makes this index anew.
  package var rebuildCommand: String { Self.rebuildCommand(index: path, source: manifest.source) }

  /// The vectors of one side copied into memory, a row for each ordinal; all zeros when no item has any.
  package func vectors(_ side: VectorSide) throws(StorageError) -> EmbeddingMatrix {
    let dimensions = manifest.source.encoderCard.dimensions.last ?? 1
    let rows = try section(side.vectors, as: Float.self, use: .soon)
    let values =
      rows.map { $0.withUnsafeBufferPointer { Array($0) } }
      ?? [Float](repeating: 0, count: manifest.itemCount * dimensions)
    return EmbeddingMatrix(dimensions: dimensions, values: values)
  }

  /// The vectors of one side, row-major and mapped, or `nil` when no item has any.
  package func rows(_ side: VectorSide) throws(StorageError) -> SharedArray<Float>? {
    try section(side.vectors, as: Float.self, use: .random)
  }

  /// The vectors of one side as they are scanned and refined, or `nil` when no item has any.
  ///
  /// Scanned parts are asked to be read in at once and in the order of dimensions, so that a short prefix can be
  /// searched first; the float32 rows stay on the disk until one is touched.
  package func packedVectors(_ side: VectorSide) throws(StorageError) -> PackedVectors? {
    guard let codes = try section(side.codes, as: UInt8.self, use: .soon),
      let scales = try section(side.scales, as: Float.self, use: .soon),
      let squares = try section(side.squares, as: Float.self, use: .soon),
      let residuals = try section(side.residuals, as: Float.self, use: .soon),
      let floats = try rows(side)
    else { return nil }
    return PackedVectors(
      layout: manifest.layout, floats: floats, codes: codes, scales: scales, squares: squares,
      residuals: Array(residuals))
  }

  /// The inner products of both sides' prefixes, `[stop][padded row]`, or `nil` when there is one side at most.
  package func crosses() throws(StorageError) -> SharedArray<Float>? {
    try section(.crosses, as: Float.self, use: .soon)
  }

  /// What the vectors of every item were made from, by ordinal.
  package func inputs() throws(StorageError) -> SharedArray<ItemInputs> {
    try section(.inputs, as: ItemInputs.self, use: .soon) ?? SharedArray([])
  }

  /// The serialised lexical index.
  package func lexicalIndex() throws(StorageError) -> SharedArray<UInt8> {
    try section(.lexical, as: UInt8.self, use: .soon) ?? SharedArray([])
  }

  /// The items.
  package func items() throws(StorageError) -> ItemStore {
    try ItemStore(path(of: .items), count: manifest.itemCount)
  }

  /// Where the file of a section lies.
  func path(of kind: IndexSection.Kind) -> String { Path.join(path, kind.rawValue) }

  /// The checksums of a section's blocks.
  func checksums(of kind: IndexSection.Kind) -> [UInt32] { blockChecksums[kind] ?? [] }

  /// A section as memory, or `nil` when the index has none of the kind.
  func section<Element: BitwiseCopyable & Sendable>(
    _ kind: IndexSection.Kind, as type: Element.Type, use: Mapping.Use
  ) throws(StorageError) -> SharedArray<Element>? {
    guard let section = manifest.section(kind) else { return nil }
    let mapping = try Mapping(path(of: kind))
    // The size was right when the index was opened; a file that shrank since is another index's.
    guard mapping.bytes.count == section.bytes else {
      throw Self.damaged(path(of: kind), "its size changed", rebuildCommand)
    }
    mapping.advise(use)
    return mapping.elements(of: type)
  }

  private static func blockChecksums(
    of sections: [IndexSection], in bytes: [UInt8]
  ) -> [IndexSection.Kind: [UInt32]]? {
    let values = bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count / 4 * 4, by: 4).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
      }
    }
    guard bytes.count == sections.reduce(0, { $0 + $1.blockCount }) * 4 else { return nil }
    var rest = values[...]
    var checksums: [IndexSection.Kind: [UInt32]] = [:]
    for section in sections {
      let own = Array(rest.prefix(section.blockCount))
      guard IndexSection.text(of: CRC32C.checksum(of: own)) == section.checksum else { return nil }
      checksums[section.kind] = own
      rest = rest.dropFirst(section.blockCount)
    }
    return checksums
  }

  private static func rebuildCommand(index: String, source: IndexSource) -> String {
    RebuildCommand.text(
      index: index, catalogue: Path.join(index, source.catalogue), items: source.items,
      encoder: source.encoder)
  }

  private static func lacking(_ path: String, _ command: String) -> StorageError {
    .missing(path: path, remedy: "this part of the index is made again with: \(command)")
  }

  private static func damaged(_ path: String, _ how: String, _ command: String) -> StorageError {
    .malformed(path: path, reason: "damaged: \(how); index the catalogue again with: \(command)")
  }

  /// Brings an index back that stepped aside, unless its replacement is just being put into place.
  private static func recover(_ path: String) throws(StorageError) {
    let lock = try OpenFile(IndexFolder.lock(path), for: .appending)
    try lock.lock(waiting: true)
    try IndexFolder.restore(path)
  }
}
