package import Embeddings

/// An index that lies in a folder, complete and of this program's version.
///
/// Reading a section checks its checksum. What has been read stays valid when the index is replaced meanwhile.
package struct IndexArchive: Sendable {
  /// The folder, absolute and without symbolic links.
  package let path: String
  /// What the index is made of.
  package let manifest: IndexManifest

  /// Opens an index and checks that all its files are there in full length.
  ///
  /// When replacing the index was interrupted, the old one is brought back first.
  /// - Throws: `StorageError.missing` when there is none, `mismatch` for another version, `malformed` with the name of
  ///   the damaged file.
  package init(_ path: String) throws(StorageError) {
    let real = Path.futureReal(path)
    if !Path.exists(real), Path.exists(IndexFolder.aside(real)) { try Self.recover(real) }
    guard Path.exists(Path.join(real, IndexManifest.fileName)) else {
      throw .missing(path: path, remedy: "make an index with: assay index CATALOG")
    }
    self.path = real
    manifest = try IndexManifest.read(folder: real)
    for section in manifest.sections {
      let file = Path.join(real, section.kind.rawValue)
      let size = try OpenFile(file, for: .reading).size()
      guard size == section.bytes else {
        throw Self.damaged(file, "\(size) bytes instead of \(section.bytes)")
      }
    }
  }

  /// Whether an index, or one whose replacement was interrupted, lies at `path`.
  package static func exists(_ path: String) -> Bool {
    [path, IndexFolder.aside(Path.futureReal(path))].contains(where: IndexFolder.holdsIndex)
  }

  /// The folder of the catalogue as the index remembers it; it may have moved.
  package var catalogueFolder: String {
    let folder = Path.join(path, manifest.source.catalogue)
    return Path.real(folder) ?? folder
  }

  /// The vectors of one kind, a row for each ordinal.
  /// - Precondition: `kind` is one of the two kinds of vectors.
  package func vectors(_ kind: IndexSection.Kind) throws(StorageError) -> EmbeddingMatrix {
    precondition(kind == .textVectors || kind == .pictureVectors, "a section \(kind) holds no vectors")
    let values = try content(kind, as: Float.self)
    return EmbeddingMatrix(dimensions: manifest.source.encoderCard.dimensions.last ?? 1, values: values)
  }

  /// The serialised lexical index.
  package func lexicalIndex() throws(StorageError) -> [UInt8] {
    try content(.lexical, as: UInt8.self)
  }

  /// The items.
  package func items() throws(StorageError) -> ItemStore {
    let store = Path.join(path, IndexSection.Kind.items.rawValue)
    guard try IndexSection(.items, file: OpenFile(store, for: .reading)) == manifest.section(.items) else {
      throw Self.damaged(store, "its checksum is wrong")
    }
    return try ItemStore(store, count: manifest.itemCount)
  }

  private func content<Element: BitwiseCopyable>(
    _ kind: IndexSection.Kind, as type: Element.Type
  ) throws(StorageError) -> [Element] {
    let path = Path.join(path, kind.rawValue)
    guard let section = manifest.section(kind) else { throw Self.damaged(path, "not part of the index") }
    let file = try OpenFile(path, for: .reading)
    let content = try file.read(type, count: section.bytes / MemoryLayout<Element>.stride, at: 0)
    guard section.describes(content) else { throw Self.damaged(path, "its checksum is wrong") }
    return content
  }

  private static func damaged(_ path: String, _ how: String) -> StorageError {
    .malformed(path: path, reason: "damaged: \(how); index the catalogue again")
  }

  /// Brings an index back that stepped aside, unless its replacement is just being put into place.
  private static func recover(_ path: String) throws(StorageError) {
    let lock = try OpenFile(IndexFolder.lock(path), for: .appending)
    try lock.lock(waiting: true)
    try IndexFolder.restore(path)
  }
}
