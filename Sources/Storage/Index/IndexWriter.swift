package import Embeddings

/// Makes an index beside its final place and puts it there as a whole.
///
/// Until `commit` returns, and whenever it throws, an older index at the same place stays as it was; so it does when the
/// writer is dropped (ctrl-C) or the machine stops. One process at a time can write to a place. To be used from one
/// thread at a time.
package final class IndexWriter {
  private let path: String
  private let folder: String
  private let lock: OpenFile
  private let items: ItemStoreWriter
  private var sections: [IndexSection] = []
  private var isCommitted = false

  /// Starts an index that will lie in the folder `path`.
  /// - Throws: `StorageError` when the place can't be written, another process is writing there, or something that
  ///   is not an index is in the way.
  package init(_ path: String, roles: FieldRoles) throws(StorageError) {
    self.path = Path.futureReal(path)
    folder = IndexFolder.growing(self.path)
    try Folder.create(Path.parent(self.path))
    lock = try OpenFile(IndexFolder.lock(self.path), for: .appending)
    guard try lock.lock(waiting: false) else {
      throw .unwritable(path: path, reason: "another process is writing this index; wait for it or stop it")
    }
    try IndexFolder.restore(self.path)
    try IndexFolder.checkReplaceable(self.path)
    try Folder.remove(IndexFolder.aside(self.path))
    try Folder.remove(folder)
    try Folder.create(folder)
    items = try ItemStoreWriter(Path.join(folder, IndexSection.Kind.items.rawValue), roles: roles)
  }

  deinit {
    if !isCommitted { try? Folder.remove(folder) }
  }

  /// How many items have been added.
  package var count: Int { items.count }

  /// Adds an item.
  /// - Parameters:
  ///   - record: the item.
  ///   - picture: the picture to show, as the catalogue names it; `nil` when there is none that can be used.
  /// - Returns: the item's ordinal, consecutive from 0.
  /// - Throws: `StorageError` when the store can't be written or has an item of that id.
  @discardableResult package func append(
    _ record: CatalogueRecord, picture: String?
  ) throws(StorageError) -> UInt32 {
    try items.append(record, picture: picture)
  }

  /// Adds the vectors of all items.
  /// - Precondition: `kind` is one of the two kinds of vectors and has not been added.
  package func add(_ matrix: EmbeddingMatrix, as kind: IndexSection.Kind) throws(StorageError) {
    precondition(kind == .textVectors || kind == .pictureVectors, "vectors can't be a section \(kind)")
    try add(matrix.values, as: kind)
  }

  /// Adds the serialised lexical index.
  /// - Precondition: it has not been added.
  package func addLexicalIndex(_ bytes: [UInt8]) throws(StorageError) {
    try add(bytes, as: .lexical)
  }

  /// Finishes the index and puts it into its place.
  /// - Precondition: vectors of `source.dimensions.last` components have been added for every item, and a lexical
  ///   index.
  /// - Returns: the manifest that was written.
  @discardableResult package func commit(_ source: IndexSource) throws(StorageError) -> IndexManifest {
    try items.finish()
    let store = try OpenFile(Path.join(folder, IndexSection.Kind.items.rawValue), for: .reading)
    try store.sync()
    sections.append(try IndexSection(.items, file: store))
    let manifest = IndexManifest(source: source, itemCount: items.count, sections: sections)
    precondition(manifest.isComplete, "an index without all of its sections, or of different lengths")
    try AtomicFile.create(Path.join(folder, IndexManifest.fileName), manifest.json())
    try Folder.sync(folder)
    try IndexFolder.replace(path)
    isCommitted = true
    return manifest
  }

  private func add<Element: BitwiseCopyable>(
    _ content: [Element], as kind: IndexSection.Kind
  ) throws(StorageError) {
    precondition(!sections.contains { $0.kind == kind }, "a second section \(kind)")
    try AtomicFile.create(Path.join(folder, kind.rawValue), content)
    sections.append(IndexSection(kind, content: content))
  }
}
